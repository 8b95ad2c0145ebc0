// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jcuda.driver.JCudaDriver;
import org.eclipse.emf.common.util.Enumerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.link.LinkProbeException;
import podium.model.fleet.Health;
import podium.model.texts.TextBundle;

/** The real JCuda, in a process of its own: without a driver, and upon {@code native/cuda-stub.c}. */
class RealJCudaTest {
    private static final String NATIVE = "libJCudaDriver-12.6.0-linux-x86_64.so";

    @TempDir
    Path folder;

    @BeforeEach
    void unpackJCuda() throws IOException {
        try (InputStream library = JCudaDriver.class.getResourceAsStream("/lib/" + NATIVE)) {
            assumeTrue(library != null, "skipped: JCuda has no native library for this platform");
            Files.createDirectories(folder.resolve("jcuda"));
            Files.copy(library, folder.resolve("jcuda").resolve(NATIVE));
        }
    }

    @Test
    void withoutADriverItIsSaidInASentence() throws Exception {
        assumeTrue(CudaAbsence.look().isPresent(), "skipped: this machine has a CUDA driver");
        Map<String, List<String>> said = child(false, "");
        String sentence =
                "There is no CUDA driver here: libcuda.so.1 is not found. Install NVIDIA's driver, or let the container"
                        + " have it (NVIDIA_DRIVER_CAPABILITIES=compute).";
        assertEquals(List.of(sentence), said.get("look"), "before JCuda is asked");
        assertEquals(List.of(sentence), said.get("none"), "by the error of JCuda itself");
    }

    @Test
    void devicesAndTheirTermsAreReadThroughJCuda() throws Exception {
        Map<String, List<String>> said = child(true, "devices 2");
        assertEquals(List.of("there"), said.get("look"));
        assertEquals(List.of("12080"), said.get("version"));
        assertEquals(
                List.of(
                        "CudaDevice[ordinal=0, uuid=GPU-10101010-1010-1010-1010-101010101010, name=Stub 0,"
                                + " pciBusId=0000:1B:00.0, capability=9.0, multiprocessors=OptionalInt[132],"
                                + " copyEngines=OptionalInt[3]]",
                        "CudaDevice[ordinal=1, uuid=GPU-11111111-1111-1111-1111-111111111111, name=Stub 1,"
                                + " pciBusId=0000:1C:00.0, capability=9.0, multiprocessors=OptionalInt[132],"
                                + " copyEngines=OptionalInt[3]]"),
                said.get("device"));
        assertEquals(
                List.of("PeerAccess[access=true, rank=OptionalInt[0], atomics=Optional[true]]"), said.get("terms"));
    }

    @Test
    void copiesGoTheRightWayAndAreTimedByEvents() throws Exception {
        Map<String, List<String>> said = child(true, "host 25e9\npeer 200e9\nslow 1 0 50e9\nstart 1e-5");
        assertEquals(List.of("0.005389"), said.get("host to device"), "two copies of 64 MiB at 25 GB/s");
        assertEquals(List.of("0.002694"), said.get("device to host"));
        assertEquals(List.of("0.000346"), said.get("there"));
        assertEquals(List.of("0.001352"), said.get("back"), "the slow way is that from 1 to 0");
        assertEquals(List.of("0.000100"), said.get("small"));
    }

    @Test
    void everythingIsGivenBack() throws Exception {
        child(true, "devices 2");
        assertEquals(Map.of(), left(), "contexts, memory, streams, events and peer access");
        assertTrue(log().contains("reach 1") && log().contains("reach 10"), log().toString());
        List<String> flags =
                log().stream().filter(line -> line.startsWith("flags")).toList();
        assertEquals(List.of("flags 4", "flags 4", "flags 0", "flags 0"), flags, "as they were before");
    }

    @Test
    void everythingIsGivenBackAfterAFailureToo() throws Exception {
        Map<String, List<String>> said = child(true, "fail cuMemcpyDtoHAsync_v2");
        assertEquals(List.of("cuMemcpyDtoHAsync answers CUDA_ERROR_UNKNOWN (999)"), said.get("failed"));
        assertEquals(Map.of(), left());
        Files.delete(folder.resolve("log"));
        child(true, "fail cuMemAllocHost_v2");
        assertEquals(Map.of(), left());
    }

    @Test
    void withoutPeerAccessNoneIsAsked() throws Exception {
        Map<String, List<String>> said = child(true, "access 0");
        assertEquals(1, said.get("there").size(), "the driver copies through the host");
        assertTrue(log().stream().noneMatch(line -> line.startsWith("reach")));
    }

    @Test
    void aDriverThatDoesNotStartIsSaidInASentence() throws Exception {
        assertTrue(none("init 100").contains("finds no device (CUDA_ERROR_NO_DEVICE)"));
        assertTrue(none("devices 0").contains("finds no device (CUDA_ERROR_NO_DEVICE)"));
        assertTrue(none("init 34").contains("is a stub for linking (CUDA_ERROR_STUB_LIBRARY)"));
        assertTrue(none("init 803").contains("of different versions"));
        assertTrue(none("init 802").contains("nvidia-fabricmanager"));
        assertTrue(none("init 804").contains("forward compatibility"));
        assertTrue(none("init 999").contains("cuInit answers CUDA_ERROR_UNKNOWN (999)"));
    }

    private String none(String stub) throws Exception {
        List<String> said = child(true, stub).get("none");
        assertEquals(1, said.size());
        return said.getFirst();
    }

    /** What the child printed, by the word before the colon. */
    private Map<String, List<String>> child(boolean stub, String says) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + folder.resolve("jcuda"),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                CudaChild.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (stub) {
            builder.environment().put("LD_LIBRARY_PATH", compiled().getParent().toString());
            builder.environment()
                    .put(
                            "CUDA_STUB",
                            Files.writeString(folder.resolve("stub.txt"), says + "\n")
                                    .toString());
            builder.environment().put("CUDA_STUB_LOG", folder.resolve("log").toString());
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), text);
        Map<String, List<String>> said = new TreeMap<>();
        text.lines().filter(line -> line.contains(": ")).forEach(line -> said.computeIfAbsent(
                        line.substring(0, line.indexOf(": ")), word -> new ArrayList<>())
                .add(line.substring(line.indexOf(": ") + 2)));
        return said;
    }

    private Path compiled() throws IOException, InterruptedException {
        Path library = folder.resolve("cuda").resolve("libcuda.so.1");
        if (Files.exists(library)) {
            return library;
        }
        Files.createDirectories(library.getParent());
        Path source = folder.resolve("cuda-stub.c");
        try (InputStream text = RealJCudaTest.class.getResourceAsStream("/native/cuda-stub.c")) {
            Files.write(source, text == null ? Files.readAllBytes(Path.of("native/cuda-stub.c")) : text.readAllBytes());
        }
        int exit = -1;
        try {
            exit = new ProcessBuilder(
                            "cc",
                            "-shared",
                            "-fPIC",
                            "-O1",
                            "-Wl,-soname,libcuda.so.1",
                            "-o",
                            library.toString(),
                            source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no C compiler 'cc' to build the CUDA stub with");
        }
        assertEquals(0, exit, "the stub does not compile");
        return library;
    }

    /** Where these classes were loaded from, in a plain JVM and in a framework. */
    private static String classPath() throws URISyntaxException, ClassNotFoundException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                CudaChild.class,
                JCudaDriverApi.class,
                LinkProbeException.class,
                Health.class,
                Enumerator.class,
                Class.forName("org.eclipse.osgi.util.NLS", false, TextBundle.class.getClassLoader()),
                JCudaDriver.class)) {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            places.add(place.toString());
            places.add(place.resolve("target/classes").toString());
        }
        return String.join(java.io.File.pathSeparator, places);
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log"));
    }

    /** What was taken and not given back, by its name. */
    private Map<String, Long> left() throws IOException {
        Map<String, String> pairs = Map.of("release", "retain", "free", "alloc", "unhost", "host", "unreach", "reach");
        Map<String, Long> left = new TreeMap<>();
        for (String line : log()) {
            String word = line.substring(0, line.indexOf(' '));
            long number = Long.parseLong(line.substring(line.indexOf(' ') + 1));
            switch (word) {
                case "stream", "event" -> left.merge(word, number, Long::sum);
                case "flags" -> {}
                default -> left.merge(pairs.getOrDefault(word, word), pairs.containsKey(word) ? -1L : 1L, Long::sum);
            }
        }
        left.values().removeIf(count -> count == 0);
        return left;
    }
}
