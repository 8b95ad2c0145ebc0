// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.topology.internal.testing.Fleets;

class ConnectionNoticeTest {
    private final Fleets fleets = Fleets.edge();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();

    @Test
    void aLiveClusterWithNodesNeedsNoNotice() {
        assertEquals(Optional.empty(), ConnectionNotice.of(cluster));
    }

    @Test
    void aLiveClusterWithoutNodesSaysWhatToLookAt() {
        cluster.getNodes().clear();
        ConnectionNotice notice = ConnectionNotice.of(cluster).orElseThrow();
        assertFalse(notice.problem());
        assertTrue(notice.advice().orElseThrow().contains("list nodes"));
    }

    @Test
    void aLiveClusterWithoutDevicesSaysWhatToLookAt() {
        cluster.getNodes().forEach(node -> node.getAccelerators().clear());
        ConnectionNotice notice = ConnectionNotice.of(cluster).orElseThrow();
        assertFalse(notice.problem());
        assertTrue(notice.what().contains("None of its nodes reports a GPU"), notice::what);
        assertTrue(notice.advice().orElseThrow().contains("device plugin"));
    }

    @Test
    void aFailedConnectionSaysWhatHappenedSinceWhenAndWhatToDo() {
        cluster.setConnection(ConnectionState.FAILED);
        cluster.setConnectionMessage("connection refused by 127.0.0.1:6443");
        cluster.setConnectionAdvice("Is the API server running?");
        ConnectionNotice notice = ConnectionNotice.of(cluster).orElseThrow();
        assertTrue(notice.problem());
        assertEquals("Failed: connection refused by 127.0.0.1:6443", notice.what());
        assertEquals(Optional.of(cluster.getConnectionSince()), notice.since());
        assertEquals(Optional.of("Is the API server running?"), notice.advice());
    }

    @Test
    void connectingAndWaitingForConsentAreNoProblem() {
        cluster.setConnection(ConnectionState.CONNECTING);
        assertFalse(ConnectionNotice.of(cluster).orElseThrow().problem());
        cluster.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        assertFalse(ConnectionNotice.of(cluster).orElseThrow().problem());
    }

    @ParameterizedTest
    @EnumSource(value = ConnectionState.class, names = "LIVE", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherStateHasANotice(ConnectionState state) {
        cluster.setConnection(state);
        assertTrue(ConnectionNotice.of(cluster).isPresent());
    }

    @Test
    void textOfTheServerCannotHideOrTurnText() {
        cluster.setConnection(ConnectionState.REFUSED);
        cluster.setConnectionMessage("no\u202e rights\u200b");
        assertEquals(
                "Refused: no rights", ConnectionNotice.of(cluster).orElseThrow().what());
    }
}
