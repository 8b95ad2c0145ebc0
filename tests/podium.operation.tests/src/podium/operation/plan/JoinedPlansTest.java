// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.operation.plan.PlacementCompiler.Result;

class JoinedPlansTest {
    private static Step write(String job, String words) {
        ObjectRef ref = new ObjectRef("batch", "v1", "jobs", "Job", "team", job);
        return new Step.Write(
                new ApiWrite(
                        ApiWrite.Verb.MERGE_PATCH,
                        ref,
                        "",
                        "{}",
                        Optional.empty(),
                        Optional.empty(),
                        words + " " + job),
                Optional.empty());
    }

    private static Step await(String job) {
        ObjectRef ref = new ObjectRef("batch", "v1", "jobs", "Job", "team", job);
        return new Step.Await(ref, new Expectation.Gone(""), Duration.ofMinutes(1), "wait for " + job);
    }

    private static Plan plan(String job, List<Step> steps, List<Step> undo) {
        return new Plan(
                new ClusterId("lab"),
                "delete",
                "Delete " + job,
                steps,
                List.of("its pods are deleted", job + " goes"),
                List.of("work since the last checkpoint"),
                List.of(new ObjectChange(job, "a", "b")),
                undo);
    }

    private static Plan simple(String job) {
        return plan(job, List.of(write(job, "delete"), await(job)), List.of(write(job, "make")));
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream().map(Step::words).toList();
    }

    @Test
    void oneThatRestartsWhatRunsMakesAllOfItARestart() {
        Plan starts = simple("a");
        Plan restarts = new Plan(
                starts.cluster(), "restart", "Pin b", starts.steps(), List.of(), List.of(), List.of(), List.of());
        assertEquals("restart", JoinedPlans.of(List.of(starts, restarts)).kind());
        assertEquals("delete", JoinedPlans.of(List.of(starts, simple("b"))).kind());
    }

    @Test
    void onePlanStaysAsItIs() {
        Plan only = simple("a");
        assertSame(only, JoinedPlans.of(List.of(only)));
    }

    /** One of two jobs had finished, and the plan of both was gone. */
    @Test
    void whatIsOverIsLeftOutAndToldUnlessNothingElseIsLeft() {
        Result.Refused over = new Result.Refused("b has finished.", "Create it again.", true);
        Result.Refused refused = new Result.Refused("Helm owns c.", "Use Helm.");
        Result plan = new Result.Compiled(simple("a"));
        Plan left = assertInstanceOf(Result.Compiled.class, JoinedPlans.ofEach(List.of(over, plan), one -> one))
                .plan();
        assertEquals("Delete a", left.title());
        assertEquals(List.of("b has finished. It is left out.", "its pods are deleted", "a goes"), left.effects());
        assertEquals(refused, JoinedPlans.ofEach(List.of(over, plan, refused), one -> one));
        assertEquals(over, JoinedPlans.ofEach(List.of(over, over), one -> one));
    }

    @Test
    void noJobWaitsForAnotherBeforeItsWriteIsSent() {
        Plan all = JoinedPlans.of(List.of(simple("a"), simple("b"), simple("c")));
        assertEquals(
                List.of("delete a", "delete b", "delete c", "wait for a", "wait for b", "wait for c"),
                words(all.steps()));
        assertEquals("Delete a and 2 more", all.title());
    }

    @Test
    void aLongerPlanKeepsItsOwnOrderToTheEnd() {
        Plan longer =
                plan("b", List.of(write("b", "stop"), write("b", "change"), await("b")), List.of(write("b", "make")));
        assertEquals(
                List.of("delete a", "stop b", "wait for a", "change b", "wait for b"),
                words(JoinedPlans.of(List.of(simple("a"), longer)).steps()));
    }

    @Test
    void theLastThatWasChangedIsTakenBackFirst() {
        assertEquals(
                List.of("make b", "make a"),
                words(JoinedPlans.of(List.of(simple("a"), simple("b"))).undo()));
    }

    @Test
    void whatCannotBeTakenBackWholeIsNotTakenBackInPart() {
        Plan forGood = plan("b", List.of(write("b", "delete")), List.of());
        Plan all = JoinedPlans.of(List.of(simple("a"), forGood));
        assertFalse(all.canUndo());
        assertEquals(List.of(), all.undo());
    }

    @Test
    void whatAllHaveInCommonIsSaidOnceAndEveryChangeIsShown() {
        Plan all = JoinedPlans.of(List.of(simple("a"), simple("b")));
        assertEquals(List.of("Each of the 2: its pods are deleted", "a goes", "b goes"), all.effects());
        assertEquals(List.of("work since the last checkpoint"), all.irreversible());
        assertEquals(
                List.of("a", "b"),
                all.changes().stream().map(ObjectChange::object).toList());
    }

    private static String titled(String... titles) {
        Plan one = simple("a");
        return JoinedPlans.of(java.util.Arrays.stream(titles)
                        .map(title -> new Plan(
                                one.cluster(), "scale", title, one.steps(), List.of(), List.of(), List.of(), List.of()))
                        .toList())
                .title();
    }

    /** "Scale rerank from 2 to 3 and 1 more" seemed to speak of replicas. */
    @Test
    void theTitleOfSeveralNamesThemWhereTheNameStandsAndSaysOnceWhatIsAlike() {
        assertEquals("Scale rerank and chat from 2 to 3", titled("Scale rerank from 2 to 3", "Scale chat from 2 to 3"));
        assertEquals(
                "Scale rerank from 2 and chat from 1 to 3",
                titled("Scale rerank from 2 to 3", "Scale chat from 1 to 3"));
        assertEquals(
                "Scale rerank from 2 to 3 and chat from 4 to 6",
                titled("Scale rerank from 2 to 3", "Scale chat from 4 to 6"));
        assertEquals(
                "Give a and 2 more the default priority",
                titled("Give a the default priority", "Give b the default priority", "Give c the default priority"));
        assertEquals(
                "Scale a from 2 to 3; 2 more likewise",
                titled("Scale a from 2 to 3", "Scale b from 2 to 4", "Scale c from 1 to 3"));
        assertEquals("Delete ConfigMap a and Secret b", titled("Delete ConfigMap a", "Delete Secret b"));
        assertEquals("Delete a (2 of that name)", titled("Delete a", "Delete a"));
    }

    private static Plan saying(String job, String effect) {
        return simple(job).withEffects(List.of(effect));
    }

    /** Two jobs that get a pod each are two pods. */
    @Test
    void whatTellsANumberSaysWhoseItIs() {
        String one = "1 more pod is created.";
        assertEquals(
                List.of("web, api, each: 1 more pod is created."),
                JoinedPlans.of(List.of(saying("web", one), saying("api", one))).effects());
        assertEquals(
                List.of("web: 1 more pod is created.", "api: 2 more pods are created."),
                JoinedPlans.of(List.of(saying("web", one), saying("api", "2 more pods are created.")))
                        .effects());
        assertEquals(
                List.of("web, api, db and 1 more, each: 1 more pod is created."),
                JoinedPlans.of(List.of(saying("web", one), saying("api", one), saying("db", one), saying("mq", one)))
                        .effects());
    }
}
