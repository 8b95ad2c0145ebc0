// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports of nodes, and selectors that look at the pod itself. */
class PortsAndKeysTest {
    private static final LabelSelector APP = new LabelSelector(Labels.of("app", "train"), List.of());

    @ParameterizedTest(name = "{0} {1} {2} and {3} {4} {5}: {6}")
    @CsvSource({
        "'', '', 80, '', '', 80, true",
        "'', '', 80, '', '', 81, false",
        "'', TCP, 80, '', '', 80, true",
        "'', UDP, 80, '', TCP, 80, false",
        "'', UDP, 80, '', SCTP, 80, false",
        "10.0.0.1, '', 80, 10.0.0.1, '', 80, true",
        "10.0.0.1, '', 80, 10.0.0.2, '', 80, false",
        "10.0.0.1, '', 80, '', '', 80, true",
        "0.0.0.0, '', 80, 10.0.0.2, '', 80, true",
        "10.0.0.1, UDP, 80, 0.0.0.0, UDP, 81, false"
    })
    void onlyOneOfTwoPodsHasAPortOfAnAddress(
            String ip, String protocol, int port, String otherIp, String otherProtocol, int otherPort, boolean meet) {
        HostPort one = new HostPort(ip, protocol, port);
        HostPort other = new HostPort(otherIp, otherProtocol, otherPort);
        assertEquals(meet, one.meets(other));
        assertEquals(meet, other.meets(one), "whichever came first");
        assertEquals(meet, HostPort.meet(List.of(HostPort.of(1), one), List.of(other, HostPort.of(2))));
        assertFalse(HostPort.meet(List.of(one), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 8080, 8080",
        "'', UDP, 53, 53/UDP",
        "10.0.0.1, TCP, 8080, 10.0.0.1:8080",
        "10.0.0.1, SCTP, 9, 10.0.0.1:9/SCTP",
        "0.0.0.0, TCP, 1, 1"
    })
    void ofAPortOnlyWhatIsUnusualIsSaid(String ip, String protocol, int port, String text) {
        assertEquals(text, new HostPort(ip, protocol, port).toString());
    }

    @Test
    void theUsualPortIsTheSameSaidOrUnsaid() {
        assertEquals(new HostPort("0.0.0.0", "TCP", 80), HostPort.of(80));
    }

    @Test
    void keysTakeTheirValuesFromThePodItself() {
        LabelKeys keys = new LabelKeys(List.of("revision"), List.of("tenant"));
        LabelSelector own = keys.in(APP, Labels.of("app", "train", "revision", "7", "tenant", "red"));
        assertTrue(own.matches(Labels.of("app", "train", "revision", "7", "tenant", "blue")));
        assertTrue(own.matches(Labels.of("app", "train", "revision", "7")), "no tenant is another than red");
        assertFalse(own.matches(Labels.of("app", "train", "revision", "7", "tenant", "red")));
        assertFalse(own.matches(Labels.of("app", "train", "revision", "6", "tenant", "blue")));
        assertFalse(own.matches(Labels.of("app", "eval", "revision", "7")), "the selector itself still holds");
    }

    @Test
    void aKeyThePodDoesNotHaveAddsNothing() {
        LabelKeys keys = new LabelKeys(List.of("revision"), List.of("tenant"));
        assertEquals(APP, keys.in(APP, Labels.of("app", "train")));
        assertSame(APP, LabelKeys.NONE.in(APP, Labels.of("revision", "7")));
    }

    @Test
    void aTermThatNamesNoNamespaceLooksAtThePodsOwn() {
        assertTrue(new PodTerm("zone", APP, List.of()).ownNamespaceOnly());
        assertFalse(new PodTerm("zone", APP, List.of("other")).ownNamespaceOnly());
        LabelSelector all = new LabelSelector(Labels.none(), List.of());
        assertFalse(new PodTerm("zone", APP, List.of(), Optional.of(all), LabelKeys.NONE).ownNamespaceOnly());
    }
}
