// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Run by the build between the product's folders and its archives: puts LICENSE, NOTICE, the license text of every bundle and a
 * CycloneDX 1.6 bill of materials into each folder, and into that of macOS what makes it an application.
 *
 * <p>Arguments: the root of the sources, the folder of products, Maven's local repository. {@code --notice}, in front of them,
 * writes NOTICE of the sources instead of comparing it.
 */
public final class Complete {
    private static final Pattern LICENSE_TEXT = Pattern.compile(
            "(?i)^(META-INF/|license/|)" + "((licen[cs]e|notice|copying)[^/]*|about\\.html|about_files/[^/]+)$");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
                    + "\\s*<version>([^<]+)</version>(?:\\s*<classifier>([^<]*)</classifier>)?",
            Pattern.DOTALL);
    private static final Pattern LOCATION = Pattern.compile("<location .*?</location>", Pattern.DOTALL);
    private static final Pattern WRAPPED_NAME = Pattern.compile("Bundle-SymbolicName:\\s*([^\\s;]+)");

    /** A line of licenses.tsv. */
    private record License(String prefix, String spdx, String notice, List<String> texts) {}

    /** Where a bundle comes from. */
    private record Coordinates(String group, String artifact, String version) {
        String purl() {
            return "pkg:maven/" + group + "/" + artifact + "@" + version;
        }
    }

    /** A bundle of the product. */
    private record Bundle(Path file, String name, String version) {}

    private final Path sources;
    private final List<License> licenses = new ArrayList<>();
    private final Map<String, Coordinates> origins = new HashMap<>();

    private Complete(Path sources, Path repository) throws IOException {
        this.sources = sources;
        for (String line : Files.readAllLines(sources.resolve("releng/archive/licenses.tsv"))) {
            String[] field = line.split("\t");
            if (!line.startsWith("#") && field.length >= 3) {
                licenses.add(new License(
                        field[0], field[1], field[2], field.length > 3 ? List.of(field[3].split(",")) : List.of()));
            }
        }
        readTarget(repository);
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean write = words.remove("--notice");
        Complete archives = new Complete(Path.of(words.get(0)), Path.of(words.get(2)));
        List<Path> products;
        try (Stream<Path> all = Files.walk(Path.of(words.get(1)), 8)) {
            products = all.filter(path -> path.endsWith("plugins") && Files.isDirectory(path))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
        if (products.isEmpty()) {
            fail("there is no product in " + words.get(1));
        }
        archives.notice(products, write);
        for (Path product : products) {
            archives.complete(product);
        }
    }

    private void readTarget(Path repository) throws IOException {
        Matcher location = LOCATION.matcher(Files.readString(sources.resolve("targets/podium.target")));
        while (location.find()) {
            Matcher wrapped = WRAPPED_NAME.matcher(location.group());
            Optional<String> given = wrapped.find() ? Optional.of(wrapped.group(1)) : Optional.empty();
            Matcher found = DEPENDENCY.matcher(location.group());
            while (found.find()) {
                Coordinates from = new Coordinates(found.group(1), found.group(2), found.group(3));
                String suffix = found.group(4) == null || found.group(4).isEmpty() ? "" : "-" + found.group(4);
                Path jar = repository
                        .resolve(from.group().replace('.', '/'))
                        .resolve(from.artifact())
                        .resolve(from.version())
                        .resolve(from.artifact() + "-" + from.version() + suffix + ".jar");
                if (given.isPresent()) {
                    origins.put(given.get(), from);
                } else if (Files.exists(jar)) {
                    origins.put(bundle(jar).name(), from);
                }
            }
        }
    }

    private static Bundle bundle(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            var main = jar.getManifest().getMainAttributes();
            String name = String.valueOf(main.getValue("Bundle-SymbolicName"))
                    .split(";")[0]
                    .strip();
            return new Bundle(file, name, String.valueOf(main.getValue("Bundle-Version")));
        }
    }

    private static List<Bundle> bundles(Path product) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(product.resolve("plugins"))) {
            for (Path jar : jars.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                bundles.add(bundle(jar));
            }
        }
        return bundles;
    }

    private static boolean isOwn(Bundle bundle) {
        // and the one that stands in for a part of the workbench (ADR 19)
        return bundle.name().startsWith("podium.") || bundle.name().equals("org.eclipse.ui");
    }

    private License license(Bundle bundle) {
        License best = null;
        for (License license : licenses) {
            if (bundle.name().startsWith(license.prefix())
                    && (best == null
                            || best.prefix().length() < license.prefix().length())) {
                best = license;
            }
        }
        if (best == null) {
            throw fail("releng/archive/licenses.tsv has no line for the bundle " + bundle.name());
        }
        return best;
    }

    /** NOTICE of the sources names what is in the products, and nothing else. */
    private void notice(List<Path> products, boolean write) throws IOException {
        Set<License> used = new LinkedHashSet<>();
        for (Path product : products) {
            for (Bundle bundle : bundles(product)) {
                if (!isOwn(bundle)) {
                    used.add(license(bundle));
                }
            }
        }
        StringBuilder text = new StringBuilder("""
            Podium

            Podium is licensed under the Apache License, Version 2.0 (see LICENSE).

            The product contains, as unmodified bundles, the following third-party software under its own licenses. Their texts are in
            the folder "licenses" of the product, one folder a bundle:

            """);
        licenses.stream()
                .filter(used::contains)
                .forEach(license -> text.append("- ").append(license.notice()).append('\n'));
        text.append("""

            The bundles contain icons of Bootstrap Icons (MIT License); the text of its license lies beside them.
            """);
        Path file = sources.resolve("NOTICE");
        if (write) {
            Files.writeString(file, text);
        } else if (!Files.readString(file).contentEquals(text)) {
            fail("NOTICE does not name what is in the product. Run releng/archive/Complete.java with --notice in"
                    + " front of its arguments and look at the difference.");
        }
    }

    private void complete(Path product) throws IOException {
        copy(sources.resolve("LICENSE"), product.resolve("LICENSE"));
        copy(sources.resolve("NOTICE"), product.resolve("NOTICE"));
        List<Bundle> bundles = bundles(product);
        Path folder = product.resolve("licenses");
        for (Bundle bundle : bundles) {
            Path own = folder.resolve(bundle.name());
            int count = isOwn(bundle) ? 0 : fromJar(bundle, own);
            for (String text :
                    isOwn(bundle) ? List.of("Apache-2.0.txt") : license(bundle).texts()) {
                copy(text(text), own.resolve(text));
                count++;
            }
            if (count == 0) {
                fail("the bundle " + bundle.name()
                        + " brings no license text: name one in releng/archive/licenses.tsv");
            }
        }
        Files.writeString(product.resolve("sbom.cdx.json"), bill(bundles));
        if (product.endsWith("Contents/Eclipse")) {
            application(product.getParent());
        }
    }

    /** The Finder starts what Info.plist names; it is the script that starts Podium everywhere else. */
    private void application(Path contents) throws IOException {
        copy(sources.resolve("releng/archive/macos/Info.plist"), contents.resolve("Info.plist"));
        Path start = contents.resolve("MacOS/podium");
        copy(sources.resolve("releng/archive/macos/podium"), start);
        Files.setPosixFilePermissions(start, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path text(String name) {
        return sources.resolve(name.equals("Apache-2.0.txt") ? "LICENSE" : "releng/archive/texts/" + name);
    }

    private static int fromJar(Bundle bundle, Path folder) throws IOException {
        int count = 0;
        try (JarFile jar = new JarFile(bundle.file().toFile())) {
            for (var entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                if (LICENSE_TEXT.matcher(entry.getName()).matches()
                        && !entry.getName().endsWith(".class")) {
                    Path to = folder.resolve(entry.getName().replaceFirst("^(META-INF|license)/", ""));
                    Files.createDirectories(to.getParent());
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The bill: the same for the same bundles, so that a build can be repeated. */
    private String bill(List<Bundle> bundles) throws IOException {
        Map<String, String> components = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        String version = "";
        for (Bundle bundle : bundles) {
            Optional<Coordinates> from = Optional.ofNullable(origins.get(bundle.name()));
            if (!isOwn(bundle) && from.isEmpty()) {
                fail("targets/podium.target does not say where " + bundle.name() + " comes from");
            }
            String hash = sha256(bundle.file());
            all.append(hash);
            String purl = from.filter(any -> !isOwn(bundle))
                    .map(Coordinates::purl)
                    .orElse("pkg:generic/" + bundle.name() + "@" + bundle.version());
            version = bundle.name().equals("podium.app") ? bundle.version() : version;
            components.put(purl, """
                {
                  "type": "library",
                  "bom-ref": "%s",
                  %s"name": "%s",
                  "version": "%s",
                  "purl": "%s",
                  "hashes": [{"alg": "SHA-256", "content": "%s"}],
                  "licenses": [{"expression": "%s"}],
                  "properties": [{"name": "podium:bundle", "value": "%s"}]
                }\
                """.formatted(
                            purl,
                            isOwn(bundle) ? "" : "\"group\": \"" + from.get().group() + "\",\n      ",
                            isOwn(bundle) ? bundle.name() : from.get().artifact(),
                            isOwn(bundle) ? bundle.version() : from.get().version(),
                            purl,
                            hash,
                            isOwn(bundle) ? "Apache-2.0" : license(bundle).spdx(),
                            bundle.file().getFileName()));
        }
        return """
            {
              "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
              "bomFormat": "CycloneDX",
              "specVersion": "1.6",
              "serialNumber": "urn:uuid:%s",
              "version": 1,
              "metadata": {
                "component": {
                  "type": "application",
                  "bom-ref": "podium",
                  "name": "podium",
                  "version": "%s",
                  "licenses": [{"license": {"id": "Apache-2.0"}}]
                }
              },
              "components": [
            %s
              ],
              "dependencies": [
                {"ref": "podium", "dependsOn": [%s]}
              ]
            }
            """.formatted(
                        UUID.nameUUIDFromBytes(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        version,
                        String.join(",\n", components.values()),
                        String.join(
                                ", ",
                                components.keySet().stream()
                                        .map(purl -> '"' + purl + '"')
                                        .toList()));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Ends the build with a sentence. */
    private static IllegalStateException fail(String why) {
        System.err.println("archive: " + why);
        System.exit(1);
        return new IllegalStateException(why);
    }
}
