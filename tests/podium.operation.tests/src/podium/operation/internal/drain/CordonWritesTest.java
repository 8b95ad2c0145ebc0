// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.model.fleet.Node;
import podium.model.value.NodeRemark;
import podium.model.value.Taints;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;
import podium.operation.plan.WrittenObjects;

/** What a drain, a cordon and an uncordon write, beside what they show. */
class CordonWritesTest {
    private final Site site = new Site();
    private final Node node = site.node("n1");

    CordonWritesTest() {
        node.setResourceVersion("7");
    }

    private List<Plan> plans() {
        site.task(site.job("Deployment", "a"), node, 1);
        Plan drain = site.drains.plan(site.preview(node));
        Plan cordon = site.drains.cordon(List.of(node));
        node.setUnschedulable(true);
        return List.of(drain, cordon, site.drains.uncordon(List.of(node)));
    }

    @Test
    void everyWriteNamesWhatItWasPlannedAgainst() {
        plans().forEach(plan -> assertEquals(List.of(), Preconditions.lacking(plan), plan.title()));
    }

    @Test
    void theDiffIsWhatTheWritesDo() {
        List<Plan> plans = plans();
        String path = ((Step.Write) plans.getFirst().steps().getFirst())
                .write()
                .target()
                .path();
        String open =
                "{\"metadata\":{\"labels\":{\"a\":\"b\"},\"annotations\":{\"c\":\"d\"}},\"spec\":{\"podCIDR\":\"e\"}}";
        String closed = open.replace("\"c\":", "\"" + Cordons.ANNOTATION + "\":\"(as it is)\",\"c\":")
                .replace("\"podCIDR\"", "\"unschedulable\":true,\"podCIDR\"");
        for (Plan plan : plans) {
            new WrittenObjects()
                    .with(path, plan.kind().equals("uncordon") ? closed : open)
                    .agree(plan);
        }
    }

    @Test
    void theMarkOfTheCordonIsInTheDiff() {
        for (Plan plan : plans()) {
            String diff = plan.changes().getFirst().before()
                    + plan.changes().getFirst().after();
            assertTrue(diff.contains(Cordons.ANNOTATION) && diff.contains("unschedulable: true"), diff);
            if (!plan.kind().equals("uncordon")) {
                String body = ((Step.Write) plan.steps().getFirst()).write().body();
                String mark = diff.replaceAll("(?s).*cordoned-by: ([^\n]*)\n.*", "$1");
                assertTrue(body.contains(mark), body + " has not " + mark);
            }
        }
    }

    private Plan uncordonOf(String mark) throws Exception {
        node.setUnschedulable(true);
        String path = ObjectRef.node("n1").path();
        site.connections.objects.put(
                path, "{\"metadata\":{\"annotations\":{\"" + Cordons.ANNOTATION + "\":\"" + mark + "\"}}}");
        return site.drains.prepareUncordon(List.of(node)).call();
    }

    /** The cordon is put back with the mark of what had set it, which can be undone then. */
    @Test
    void ofPodiumsOwnCordonNobodyIsWarnedAndTheUndoPutsItsMarkBack() throws Exception {
        String mark = Cordons.of("1a2b3c4d", Site.NOW).mark();
        Plan plan = uncordonOf(mark);
        assertEquals("Podium set the cordon.", plan.effects().getLast());
        assertTrue(plan.changes().getFirst().before().contains(mark), plan.changes()::toString);
        Step.Write undo = (Step.Write) plan.undo().getFirst();
        assertTrue(undo.write().body().contains(mark), undo.write()::body);
        assertTrue(mark.contains("planned at " + Site.NOW), "true also of the cordon that is set later: " + mark);
        assertTrue(undo.undo().orElseThrow().body().contains(mark), undo::toString);
        assertEquals(List.of(), Preconditions.lacking(plan));
        Plan before = uncordonOf(mark.replace("planned at", "at"));
        assertEquals("Podium set the cordon.", before.effects().getLast(), "as it was noted before");
    }

    @Test
    void whatPeopleWroteOnTheNodeIsToldBeforeItsCordonIsLifted() throws Exception {
        node.setTaints(new Taints(
                List.of(), Optional.empty(), List.of(new NodeRemark("team/reason", "waiting for GPU 5 (XID 79)"))));
        assertEquals(
                "Noted on n1: \"waiting for GPU 5 (XID 79)\"",
                uncordonOf("somebody").effects().getLast());
        Plan own = uncordonOf(Cordons.of("1a2b3c4d", Site.NOW).mark());
        assertTrue(own.effects().contains("Podium set the cordon."), own.effects()::toString);
        assertTrue(own.effects().getLast().startsWith("Noted on n1"), own.effects()::toString);
    }

    @Test
    void aMarkThatIsNotPodiumsIsAnothersCordon() throws Exception {
        Plan plan = uncordonOf("somebody");
        assertTrue(plan.effects().getLast().contains("somebody else"), plan.effects()::toString);
        assertFalse(((Step.Write) plan.undo().getFirst()).write().body().contains("somebody"));
    }
}
