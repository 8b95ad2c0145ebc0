// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.internal.testing.SetRules;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;

/** A protection that vanishes while Podium does not look is recorded and told, once; what Podium itself changed is neither. */
class ProtectionFileTest implements KnownClusters, AuditNotes {
    private final SetRules rules = new SetRules();
    private final Set<String> production = new HashSet<>();
    private final List<String> records = new ArrayList<>();
    private boolean full;

    @TempDir
    Path directory = Path.of("");

    private ProtectionFile open() {
        return new ProtectionFile(rules, this, this, directory.resolve("seal/protection.json"));
    }

    private List<String> started() {
        records.clear();
        open().look();
        return List.copyOf(records);
    }

    private void protect(String... nodes) {
        rules.now = new OperatorRules(
                List.of(nodes).stream().map(ProtectionRule::parse).toList(), List.of(), List.of(), List.of());
    }

    private static ClusterTarget target(String name) {
        return new ClusterTarget(new ClusterId(name + "-12ab", name, name), Path.of("/kube/config"), name, false);
    }

    @Test
    void rulesThatWereChangedOutsideAreRecordedFromWhatToWhatAndToldOnce() {
        protect("real/n5", "real/n6");
        assertEquals(List.of(), started(), "what is there at the first start is nobody's change");
        protect("real/n6", "real/n7");
        assertEquals(
                List.of("warn changed outside rules : The rules were changed outside Podium."
                        + " No longer: protectedNodes real/n5. Now also: protectedNodes real/n7."
                        + " What the file says now applies."),
                started());
        assertEquals(List.of(), started());
    }

    @Test
    void aProductionMarkThatVanishedIsRecordedAndToldAndOneThatAppearedIsRecorded() {
        production.add("real");
        started();
        production.remove("real");
        production.add("other");
        assertEquals(
                List.of(
                        "warn unmarked outside mark real-12ab: real (/kube/config) was marked as production and is not"
                                + " any more: that was changed outside Podium. Mark it again if it is production.",
                        "note found marked mark other-12ab: other (/kube/config) is marked as production, which was"
                                + " not done by hand in Podium"),
                started());
        assertEquals(List.of(), started());
    }

    @Test
    void whatIsChangedByPodiumIsKeptAndNotTold() {
        ProtectionFile first = open();
        first.look();
        protect("real/n5");
        production.add("real");
        first.keep();
        assertEquals(List.of(), started());
    }

    /** Else the change would be taken for what was there before. */
    @Test
    void whatCannotBeRecordedIsToldAtTheNextStart() {
        protect("real/n5");
        started();
        protect();
        full = true;
        ProtectionFile second = open();
        second.look();
        second.keep();
        full = false;
        assertEquals(1, started().size());
    }

    @Test
    void whereWhatWasProtectedCannotBeReadThatIsToldOnce() throws IOException {
        protect("real/n5");
        started();
        for (byte[] rubbish : List.of(new byte[] {(byte) 0xff, 0, 1}, "{".getBytes(StandardCharsets.US_ASCII))) {
            Files.write(directory.resolve("seal/protection.json"), rubbish);
            List<String> told = started();
            assertTrue(
                    told.size() == 1 && told.getFirst().startsWith("warn not known rules : Whether rules"),
                    told::toString);
            assertEquals(List.of(), started());
        }
    }

    @Test
    void rulesThatCannotBeReadAreNotTakenForGone() {
        protect("real/n5");
        started();
        protect();
        rules.problem = Optional.of("The rules cannot be read.");
        assertEquals(List.of(), started());
        rules.problem = Optional.empty();
        protect("real/n5");
        assertEquals(List.of(), started());
    }

    @Override
    public void note(AuditedAction action, String what, String text) throws IOException {
        record("note", action, what, text);
    }

    @Override
    public void warn(AuditedAction action, String what, String text) throws IOException {
        record("warn", action, what, text);
    }

    private void record(String how, AuditedAction action, String what, String text) throws IOException {
        if (full) {
            throw new IOException("no space left on device");
        }
        records.add(
                how + " " + what + " " + action.kind() + " " + action.cluster().value() + ": " + text);
    }

    @Override
    public List<KnownCluster> recent() {
        return List.of("real", "other").stream()
                .map(name -> new KnownCluster(target(name), Instant.EPOCH, false))
                .toList();
    }

    @Override
    public ClusterMark mark(ClusterTarget target) {
        return new ClusterMark(Optional.empty(), production.contains(target.context()));
    }

    @Override
    public void opened(ClusterTarget target) {}

    @Override
    public void closed(ClusterTarget target) {}

    @Override
    public void mark(ClusterTarget target, ClusterMark mark) {}

    @Override
    public void identified(ClusterTarget target, String uid) {}

    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }
}
