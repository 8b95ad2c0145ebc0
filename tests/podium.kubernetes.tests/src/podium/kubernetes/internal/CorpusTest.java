// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.ListReader;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.testkit.AllKinds;

/** Replays the committed inputs: whatever a file or a server holds, reading it ends, in a value or in words. */
class CorpusTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static List<Path> files(String folder) {
        Path root = Stream.of("corpus", "tests/podium.kubernetes.tests/corpus")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("the corpus is not beside the working directory"));
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> kubeconfigs() {
        return files("kubeconfigs");
    }

    static List<Path> watches() {
        return files("watch");
    }

    @ParameterizedTest
    @MethodSource("kubeconfigs")
    void everyKubeconfigOpensOrSaysInWordsWhyNot(Path file) {
        assertTimeoutPreemptively(LIMIT, () -> {
            try {
                Kubeconfig config = Kubeconfig.read(file);
                for (String name : config.contexts()) {
                    resolve(config, name, file);
                }
            } catch (KubeconfigException e) {
                said(e, file);
            }
        });
    }

    private static void resolve(Kubeconfig config, String name, Path file) {
        try {
            KubeconfigContext context = config.context(name);
            assertFalse(context.toString().contains("se\ncret"));
            context.reachesOut();
        } catch (KubeconfigException e) {
            said(e, file);
        }
    }

    private static void said(KubeconfigException e, Path file) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.length() < 2000, "short enough to be read");
    }

    /** What the file lets through must not throw on the first use either: that would end the mirror's first request. */
    @ParameterizedTest
    @MethodSource("kubeconfigs")
    void everyContextThatNeedsNoConsentConnectsOrFailsAsANetworkDoes(Path file) throws Exception {
        Kubeconfig config;
        try {
            config = Kubeconfig.read(file);
        } catch (KubeconfigException e) {
            return;
        }
        for (String name : config.contexts().stream().limit(3).toList()) {
            try {
                KubeconfigContext context = config.context(name);
                if (!context.reachesOut()) {
                    connect(context);
                }
            } catch (KubeconfigException e) {
                said(e, file);
            }
        }
    }

    private static void connect(KubeconfigContext context) {
        try (JdkTransport transport = JdkTransport.open(context)) {
            transport.send(ApiRequest.get("/version").within(Duration.ofMillis(20)));
        } catch (IOException e) {
            // no such host: as it should be
        }
    }

    @ParameterizedTest
    @MethodSource("watches")
    void everyStreamEndsForEveryKindOfDecoder(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (Kind kind : AllKinds.ALL) {
                events(kind, new ByteArrayInputStream(bytes));
                page(kind, new ByteArrayInputStream(bytes));
            }
        });
    }

    private static int events(Kind kind, InputStream bytes) {
        ObjectDecoder decoder = kind.decoder(new Kind.Shared());
        int[] count = {0};
        try {
            JsonInput in = new JsonInput(bytes);
            while (in.more()) {
                ListReader.event(in, decoder, (_, _) -> count[0]++);
            }
        } catch (IOException e) {
            // not JSON, in words
        }
        return count[0];
    }

    private static void page(Kind kind, InputStream bytes) {
        try {
            ListReader.page(new JsonInput(bytes), kind.decoder(new Kind.Shared()), _ -> {});
        } catch (IOException e) {
            // not JSON, in words
        }
    }

    @Test
    void everyStreamCutOrDamagedAnywhereEnds() throws IOException {
        List<Kind> kinds = AllKinds.ALL.stream()
                .filter(kind -> List.of("pods", "jobs.batch", "resourceslices.resource.k8s.io")
                        .contains(kind.toString()))
                .toList();
        for (Path file : watches()) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length == 0 || whole.length > 5000) {
                continue;
            }
            Random random = new Random(file.getFileName().toString().hashCode());
            for (int round = 0; round < 40; round++) {
                byte[] damaged = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                int at = round;
                assertTimeoutPreemptively(
                        LIMIT,
                        () -> kinds.forEach(kind -> events(kind, new ByteArrayInputStream(damaged))),
                        () -> file + " round " + at);
            }
        }
    }

    @Test
    void whatIsWholeInTheCorpusIsRead() {
        Kind pods = AllKinds.ALL.stream().filter(Kind::many).findFirst().orElseThrow();
        for (String name : List.of("two-on-one-line", "cut-after-an-event", "object-first", "unknown-type")) {
            Path file = watches().stream()
                    .filter(candidate -> candidate.endsWith(name + ".json"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = Files.newInputStream(file)) {
                assertTrue(events(pods, in) > 0, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
