// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesJarTest {
    private static final String SERVICE = "META-INF/services/a.Service";

    @TempDir
    Path product;

    private Path plugins;
    private Path folder;

    @BeforeEach
    void twoBundlesAndAFramework() throws IOException {
        plugins = Files.createDirectory(product.resolve("plugins"));
        folder = product.resolve(ClassesJar.FOLDER);
        Jars.write(
                plugins.resolve("org.eclipse.osgi_3.jar"),
                Map.of("Bundle-SymbolicName", "org.eclipse.osgi"),
                Map.of("META-INF/ECLIPSE.SF", "s", "META-INF/ECLIPSE.RSA", "r", "f/Framework.class", "framework"));
        Jars.write(plugins.resolve("org.eclipse.equinox.launcher_1.jar"), Map.of(), Map.of("l/Main.class", "launcher"));
        Jars.write(
                plugins.resolve("one_1.jar"),
                Map.of("Bundle-SymbolicName", "one"),
                Map.of(
                        "META-INF/ONE.SF",
                        "s",
                        "one/A.class",
                        "a",
                        "one/A$Inner.class",
                        "inner",
                        "both/Left.class",
                        "left",
                        "plugin.properties",
                        "of one",
                        SERVICE,
                        "one.A"));
        Jars.write(
                plugins.resolve("two_1.jar"),
                Map.of("Bundle-SymbolicName", "two", "SWT-OS", "linux"),
                Map.of(
                        "two/B.class",
                        "b",
                        "both/Right.class",
                        "right",
                        "libswt-1.so",
                        "native",
                        SERVICE,
                        "two.B",
                        "META-INF/versions/21/two/B.class",
                        "newer b"));
        ClassesJar.main(new String[] {product.toString()});
    }

    @Test
    void theClassesOfAllBundlesAreInOneJarWithoutSignature() throws IOException {
        try (JarFile jar = new JarFile(folder.resolve("classes.jar").toFile())) {
            assertEquals("a", text(jar, "one/A.class"));
            assertEquals("b", text(jar, "two/B.class"));
            assertEquals("newer b", text(jar, "META-INF/versions/21/two/B.class"));
            assertNull(jar.getEntry("META-INF/ONE.SF"));
            assertNull(jar.getEntry("l/Main.class"), "the launcher is not needed");
            assertNull(jar.getEntry("f/Framework.class"), "the framework has a jar of its own");
        }
    }

    @Test
    void aServiceKeepsTheProvidersOfAllBundles() throws IOException {
        try (JarFile jar = new JarFile(folder.resolve("classes.jar").toFile())) {
            assertArrayEquals(
                    new String[] {"one.A", "two.B"}, text(jar, SERVICE).strip().split("\\s+"));
            assertEquals(
                    BundleOwners.class.getName(),
                    text(jar, "META-INF/services/org.osgi.framework.connect.FrameworkUtilHelper"));
        }
    }

    @Test
    void aSharedPackageIsOwnedClassByClass() throws IOException {
        try (JarFile jar = new JarFile(folder.resolve("classes.jar").toFile())) {
            assertEquals(
                    "one_1.jar both.Left one\ntwo_1.jar both.Right two\n",
                    text(jar, "podium/launcher/internal/owners"));
        }
    }

    @Test
    void swtFindsItsLibraryAndItsPlatform() throws IOException {
        assertEquals("native", Files.readString(folder.resolve("libswt-1.so")));
        try (JarFile jar = new JarFile(folder.resolve("classes.jar").toFile())) {
            assertEquals("linux", jar.getManifest().getMainAttributes().getValue("SWT-OS"));
        }
    }

    @Test
    void theFrameworkKeepsItsManifestAndLosesItsSignature() throws IOException {
        try (JarFile jar = new JarFile(folder.resolve("framework.jar").toFile())) {
            assertEquals(
                    "org.eclipse.osgi", jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
            assertTrue(jar.getManifest().getEntries().isEmpty());
            assertEquals("framework", text(jar, "f/Framework.class"));
            assertNull(jar.getEntry("META-INF/ECLIPSE.SF"));
            assertNull(jar.getEntry("META-INF/ECLIPSE.RSA"));
        }
    }

    @Test
    void aClassOfAnOldVersionIsOneThatAnAotCacheTakes() {
        byte[] magicAndVersion = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 3, 0, 45};
        ClassesJar.lift(magicAndVersion);
        assertArrayEquals(
                new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 50}, magicAndVersion);
    }

    @Test
    void aClassOfANewerVersionStaysAsItIs() {
        byte[] magicAndVersion = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 65};
        ClassesJar.lift(magicAndVersion);
        assertArrayEquals(
                new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 65}, magicAndVersion);
    }

    private static String text(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertNotNull(entry, name);
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
