// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * An e4 application with one window, one stack and one empty part, laid out beside a product: its start script, its
 * bundles, but only those that an e4 application needs.
 */
final class BareApplication {
    /** Names of bundles that only Podium needs; all others of the product make up the bare application. */
    private static final List<String> NOT_NEEDED = List.of(
            "podium.",
            "bcp",
            "bcu",
            "com.fasterxml.",
            "org.eclipse.collections.",
            "org.eclipse.nebula.",
            "org.eclipse.swtchart",
            "org.snakeyaml.",
            "org.yaml.");

    private static final String MANIFEST = """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: bare;singleton:=true
        Bundle-Version: 1.0.0
        """;

    private BareApplication() {}

    /**
     * @param product the folder of the built product
     * @param folder an empty folder that gets the application
     * @throws IOException when the product is incomplete or the folder cannot be written
     */
    static void layOut(Path product, Path folder) throws IOException {
        Files.copy(product.resolve("podium"), folder.resolve("podium"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(product.resolve("logging.properties"), folder.resolve("logging.properties"));
        // a copy: the launcher takes the configuration from the folder above its own, links resolved
        Path launcher = launcher(product.resolve("plugins"));
        Files.copy(launcher, Files.createDirectories(folder.resolve("plugins")).resolve(launcher.getFileName()));
        Path bare = Files.createDirectories(folder.resolve("bare"));
        Files.writeString(Files.createDirectories(bare.resolve("META-INF")).resolve("MANIFEST.MF"), MANIFEST);
        for (String file : List.of("plugin.xml", "Application.e4xmi")) {
            try (InputStream in = BareApplication.class.getResourceAsStream("bare/" + file)) {
                Files.copy(in, bare.resolve(file));
            }
        }
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        try (var out = Files.newBufferedWriter(configuration.resolve("config.ini"))) {
            configured(product, bare).store(out, null);
        }
    }

    private static Path launcher(Path plugins) throws IOException {
        try (var jars = Files.newDirectoryStream(plugins, "org.eclipse.equinox.launcher_*.jar")) {
            return jars.iterator().next();
        }
    }

    private static Properties configured(Path product, Path bare) throws IOException {
        Properties given = new Properties();
        try (var in = Files.newBufferedReader(product.resolve("configuration/config.ini"))) {
            given.load(in);
        }
        String plugins = product.resolve("plugins").toUri().toString();
        String bundles = Arrays.stream(given.getProperty("osgi.bundles").split(","))
                .filter(BareApplication::needed)
                .map(bundle -> bundle.replace("reference:file:", "reference:" + plugins))
                .collect(Collectors.joining(","));
        Properties configured = new Properties();
        configured.setProperty("osgi.bundles", bundles + ",reference:" + bare.toUri() + "@4");
        configured.setProperty("osgi.bundles.defaultStartLevel", "4");
        configured.setProperty("osgi.framework", framework(product, given, plugins));
        configured.setProperty("eclipse.product", "bare.product");
        configured.setProperty("eclipse.application", given.getProperty("eclipse.application"));
        return configured;
    }

    /** The one without a signature where there is one: of a signed jar nothing would be in its AOT cache. */
    private static String framework(Path product, Properties given, String plugins) {
        Path unsigned = product.resolve("start/framework.jar");
        return Files.exists(unsigned)
                ? unsigned.toUri().toString()
                : given.getProperty("osgi.framework").replace("file:plugins/", plugins);
    }

    private static boolean needed(String bundle) {
        String name = bundle.substring("reference:file:".length());
        return NOT_NEEDED.stream().noneMatch(name::startsWith);
    }
}
