// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.KnownCluster;
import podium.core.testkit.FakeKnownClusters;
import podium.ui.fake.FakeConnections;
import podium.ui.fake.FakeFleet;

class ContextChoicesTest {
    private static final Path ONE = Path.of("/k/one");
    private static final Path TWO = Path.of("/k/two");
    private static final Path OTHER = Path.of("/k/other");

    /** KUBECONFIG names the first two files; each of the three has one context when it is read by itself. */
    private static final class Files implements ClusterConnector {
        @Override
        public List<ClusterTarget> contexts(Path kubeconfig) {
            return List.of(target("alone", kubeconfig, List.of()));
        }

        @Override
        public ContextList list(Path kubeconfig) {
            return new ContextList(
                    kubeconfig.toString(),
                    contexts(kubeconfig).stream()
                            .map(it -> new ContextEntry(it, "", "", "", false, ""))
                            .toList(),
                    "");
        }

        @Override
        public ContextList usual() {
            return new ContextList(
                    "KUBECONFIG",
                    List.of(new ContextEntry(target("lab", ONE, List.of(ONE, TWO)), "", "", "", false, "")),
                    "");
        }

        @Override
        public ClusterTarget again(ClusterTarget target) {
            return target;
        }

        @Override
        public ClusterConnection open(
                ClusterTarget target, ChangeSink sink, BiConsumer<ClusterConnection, IdentityChange> over) {
            throw new UnsupportedOperationException();
        }
    }

    private static ClusterTarget target(String name, Path file, List<Path> merged) {
        return new ClusterTarget(
                new ClusterId(name + "@" + file, name, name), file, merged, name, false, Optional.empty());
    }

    private static List<String> offered(Path... opened) {
        List<KnownCluster> known = List.of(opened).stream()
                .map(file -> new KnownCluster(target("gone", file, List.of()), FakeFleet.NOW, false))
                .toList();
        return ContextChoices.read(new Files(), new FakeKnownClusters(known), new FakeConnections(), List.of())
                .lines()
                .stream()
                .map(line -> line.entry().target().id().value())
                .toList();
    }

    @Test
    void aFileThatAClusterWasOpenedFromIsReadByItself() {
        assertEquals(List.of("lab@/k/one", "alone@/k/other"), offered(OTHER));
    }

    /** What a context of it needs may stand in another of the files: by itself it would be offered a second time, broken. */
    @Test
    void aFileThatKubectlMergesIsNotReadByItselfAfterAContextWentAway() {
        assertEquals(List.of("lab@/k/one"), offered(ONE, TWO));
    }
}
