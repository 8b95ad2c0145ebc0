// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.internal.adaptor.EclipseAppLauncher;
import org.eclipse.osgi.internal.framework.EquinoxConfiguration;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * The start of the console where {@link ClassesJar} has prepared it: Equinox with the same bundles as ever, but connected
 * (OSGi Core 8, chapter 60), so that their classes come from the JVM's own class loader. Only such classes can an AOT cache
 * hold linked, with their profiles (JEP 483, JEP 515); those of a bundle's own loader are read and verified at each start.
 *
 * <p>What the Eclipse launcher and {@code EclipseStarter} do otherwise: the locations, the bundles and the application.
 */
public final class Start {
    private Start() {}

    /**
     * @param arguments the folder of the product, {@code -data} and the folder of its settings, and the arguments of the
     *     application
     * @throws Exception when the framework or the application does not start
     */
    public static void main(String[] arguments) throws Exception {
        StartLine line = StartLine.of(arguments);
        Map<String, String> configuration = configuration(line);
        configuration.forEach(System::setProperty);
        Framework framework = new EquinoxFactory().newFramework(configuration, new Connected(line.plugins()));
        framework.init();
        BundleContext context = framework.getBundleContext();
        Bundles.install(context, line.plugins());
        BundleOwners.of(context);
        framework.start();
        EquinoxConfiguration environment = environment(context);
        environment.setAllArgs(line.application());
        environment.setAppArgs(line.application());
        environment.setFrameworkArgs(new String[0]);
        reach(framework, Bundles.LAST_LEVEL);
        EclipseAppLauncher launcher = new EclipseAppLauncher(context, false, true, null, environment);
        context.registerService(ApplicationLauncher.class, launcher, null);
        Object result = launcher.start(null);
        framework.stop();
        framework.waitForStop(10_000);
        System.exit(result instanceof Integer code ? code : 0);
    }

    /** As the product's own configuration says, with the places of this start. */
    private static Map<String, String> configuration(StartLine line) throws IOException {
        Properties given = new Properties();
        try (Reader in = Files.newBufferedReader(line.product().resolve("configuration/config.ini"))) {
            given.load(in);
        }
        Map<String, String> configuration = new HashMap<>();
        given.stringPropertyNames().forEach(key -> configuration.put(key, given.getProperty(key)));
        configuration.keySet().removeAll(Set.of("osgi.bundles", "osgi.framework", "osgi.framework.extensions"));
        configuration.put("osgi.install.area", area(line.product()));
        configuration.put("osgi.configuration.area", area(line.configuration()));
        configuration.put("osgi.instance.area", area(line.data()));
        configuration.put("osgi.framework.useSystemProperties", "true");
        configuration.put("org.osgi.framework.startlevel.beginning", "1");
        return configuration;
    }

    /** As the framework reads it: what follows the scheme is a path, not encoded. */
    static String area(Path folder) {
        return "file:" + folder + "/";
    }

    private static EquinoxConfiguration environment(BundleContext context) {
        var reference = context.getServiceReference(EnvironmentInfo.class);
        if (reference == null || !(context.getService(reference) instanceof EquinoxConfiguration environment)) {
            throw new IllegalStateException("this is not the Equinox that Podium was built with");
        }
        return environment;
    }

    private static void reach(Framework framework, int level) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(level, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        });
        reached.await();
    }
}
