// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.cluster.KubeconfigException;
import podium.core.cluster.SimulatedFleets;
import podium.launcher.Arguments;

class StartupOpenerTest {
    private final List<String> done = new ArrayList<>();
    private final List<KnownCluster> recent = new ArrayList<>();
    private Optional<String> movedTo = Optional.empty();

    private static ClusterTarget target(String id, boolean simulated) {
        return new ClusterTarget(new ClusterId(id, id, id), Path.of("kubeconfig"), id, simulated);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private StartupOpener opener() {
        return new StartupOpener(
                fake(
                        ClusterConnector.class,
                        (proxy, method, args) -> method.getName().equals("usual")
                                ? new ContextList(
                                        "usual",
                                        List.of(new ContextEntry(target("lab", false), "", "", "", false, "")),
                                        "")
                                : movedTo.map(id -> target(id, false)).orElse((ClusterTarget) args[0])),
                fake(Connections.class, (proxy, method, args) -> {
                    done.add("open " + ((ClusterTarget) args[0]).id().value());
                    return null;
                }),
                fake(
                        SimulatedFleets.class,
                        (proxy, method, args) -> method.getName().equals("scenarios")
                                ? List.of("ai-factory", "edge")
                                : target(String.valueOf(args[0]), true)),
                fake(KnownClusters.class, (proxy, method, args) -> {
                    if (method.getName().equals("closed")) {
                        done.add("closed " + ((ClusterTarget) args[0]).id().value());
                    }
                    return List.copyOf(recent);
                }));
    }

    private List<String> start(String... arguments) throws Exception {
        opener().open(Arguments.parse(List.of(arguments)));
        return done;
    }

    private void was(String id, boolean simulated, boolean open) {
        recent.addFirst(new KnownCluster(target(id, simulated), Instant.EPOCH.plusSeconds(recent.size()), open));
    }

    @Test
    void theFirstStartOpensTheDefaultFleet() throws Exception {
        assertEquals(List.of("open ai-factory"), start());
    }

    @Test
    void whatWasOpenIsOpenedAgainInTheOrderOfBefore() throws Exception {
        was("lab", false, true);
        was("closed", false, false);
        was("prod", false, true);
        assertEquals(List.of("open lab", "open prod"), start());
    }

    @Test
    void noSimulatedFleetIsOpenedUnaskedBesideARealCluster() throws Exception {
        was("edge", true, true);
        assertEquals(List.of("open edge"), start());
        was("prod", false, true);
        done.clear();
        assertEquals(List.of("open prod"), start());
    }

    @Test
    void whatTheCommandLineAsksForIsOpenedAloneWhateverWasOpen() throws Exception {
        was("prod", false, true);
        assertEquals(List.of("open edge"), start("--fleet", "edge"));
    }

    @Test
    void whoClosedAllRealClustersFindsNoneOpenAndNoSimulatedOneInTheirPlace() throws Exception {
        was("prod", false, false);
        assertEquals(List.of(), start());
    }

    @Test
    void aContextThatLeadsToAnotherServerNowIsOpenedAsWhatItIsAndTheOldOneIsNotComeBackTo() throws Exception {
        was("prod", false, true);
        movedTo = Optional.of("prod-2");
        assertEquals(List.of("closed prod", "open prod-2"), start());
    }

    @Test
    void aSimulatedFleetThatCannotBeMadeAgainByItsNameGivesWayToTheDefaultOne() throws Exception {
        was("scale-5000", true, true);
        assertEquals(List.of("open ai-factory"), start());
    }

    @Test
    void aContextWithoutAFileIsLookedForWhereKubectlLooks() throws Exception {
        assertEquals(List.of("open lab"), start("--context", "lab"));
        KubeconfigException e = assertThrows(KubeconfigException.class, () -> start("--context", "gone"));
        assertEquals("usual has no context gone.", e.getMessage());
    }
}
