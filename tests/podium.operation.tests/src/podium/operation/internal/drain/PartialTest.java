// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.WriteResult;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.Fate;
import podium.operation.internal.testing.SetRules;
import podium.operation.plan.Checked;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** What is not known is no promise; what cannot go is left where only what can go is asked for. */
class PartialTest {
    private final Site site = new Site();
    private final Node n1 = site.node("n1");

    private static List<String> victims(Plan plan) {
        return plan.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .map(victim -> victim.pod().name())
                .toList();
    }

    private void refusing(String pod, int status, String message) {
        site.connections.answers = write -> write.target().name().equals(pod)
                ? new WriteResult.Refused(status, "", message, List.of(), Optional.empty())
                : new WriteResult.Accepted(201, "{}", List.of());
    }

    @Test
    void onlyWhatCanGoLeavesWhatBlocksAndSaysThatTheNodeIsNotEmpty() {
        Task goes = site.task(site.job("Deployment", "web"), n1, 1);
        Task stuck = site.task(site.job("Deployment", "db"), n1, 1);
        site.budget("db", "db", 0, 1, 1, 1);
        Task bare = site.bare("alone", n1);
        DrainPreview whole = site.drains.preview(site.request(n1));
        assertTrue(!whole.blockers().isEmpty() && whole.left().isEmpty());
        DrainPreview some = site.drains.preview(site.request(n1).onlyWhatCanGo(true));
        assertEquals(List.of(), some.blockers());
        assertEquals(
                List.of(stuck, bare),
                some.left().stream().map(pod -> pod.task()).toList());
        assertTrue(some.forecast().atMost().isPresent(), "what stays is not waited for");
        Plan plan = site.drains.plan(some);
        assertEquals("Drain n1 (2 pods stay)", plan.title());
        assertEquals(List.of(goes.getName()), victims(plan));
        assertTrue(
                plan.effects().stream()
                        .anyMatch("n1 will not be empty at the end: 2 pods that cannot go stay."::equals),
                plan.effects()::toString);
        Step.Await last = (Step.Await) plan.steps().getLast();
        assertEquals(new Expectation.NoOtherPods(List.of(stuck.getUid(), bare.getUid()), "uid-n1"), last.expectation());
    }

    /** It was said of what is left there that it would be lost. */
    @Test
    void whatIsLeftThereIsNotSaidToBeLost() {
        Task bare = site.bare("alone", n1);
        DrainPreview some = site.drains.preview(site.request(n1).onlyWhatCanGo(true));
        String why = "has no controller to recreate it, so it stays";
        assertEquals(List.of("Pod team/alone-0 " + why + "."), some.warnings());
        assertEquals(why, Site.fate(some, bare).reason());
        assertTrue(Site.fate(site.preview(n1), bare).reason().endsWith("would be lost"));
    }

    @Test
    void podsOfAProtectedNamespaceBlockTheDrainAndAreLeftByAPartialOne() {
        Task kept = site.task(site.job("Deployment", "web"), n1, 1);
        site.rules.now = SetRules.protecting("none", "team");
        DrainPreview whole = site.preview(n1);
        assertEquals(List.of("Pod team/web-0 is not touched: Namespace team is protected."), whole.blockers());
        assertEquals(Fate.BLOCKS, Site.fate(whole, kept).fate());
        DrainPreview some = site.drains.preview(site.request(n1).onlyWhatCanGo(true));
        assertEquals(1, some.left().size());
        assertEquals(List.of(), victims(site.drains.plan(some)));
        assertEquals(List.of(), victims(site.drains.plan(whole)), "consent cannot lift it");
    }

    @Test
    void whereNothingStaysItIsADrain() {
        site.task(site.job("Deployment", "web"), n1, 1);
        DrainPreview some = site.drains.preview(site.request(n1).onlyWhatCanGo(true));
        assertEquals("Drain n1", site.drains.plan(some).title());
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "NARROWED", "INTERRUPTED", "NOT_YET"})
    void budgetsThatAreNotKnownMakeItNoPromise(SyncState reading) {
        Task task = site.task(site.job("Deployment", "web"), n1, 1);
        assertEquals(List.of(), site.preview(n1).doubts());
        site.facts.read(InputKind.BUDGETS.resource(), reading, "other");
        DrainPreview preview = site.preview(n1);
        assertTrue(preview.doubts().getFirst().endsWith("PodDisruptionBudgets"), preview.doubts()::toString);
        assertTrue(!Site.fate(preview, task).budgetsKnown());
        assertTrue(Site.fate(preview, task).reason().contains("budgets are not known"));
        assertTrue(site.drains
                .plan(preview)
                .effects()
                .contains("Not certain: " + preview.doubts().getFirst() + "."));
        site.facts.read(InputKind.BUDGETS.resource(), reading, "team");
        assertEquals(reading == SyncState.NARROWED, site.preview(n1).doubts().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"PODS,Deployment", "NODES,Deployment", "JOBS,Job", "JOB_SETS,Job"})
    void soDoesEveryOtherKindThatItLeansOn(InputKind ground, String kind) {
        site.task(site.job(kind, "web"), n1, 1);
        site.facts.read(ground.resource(), SyncState.REFUSED, "");
        assertEquals(
                List.of("no right to read: " + ground.words()), site.preview(n1).doubts());
    }

    @Test
    void anEvictionThatTheServerRefusesInADryRunIsAProblemWhereBudgetsAreNotKnown() throws Exception {
        site.task(site.job("Deployment", "web"), n1, 1);
        site.task(site.job("Deployment", "db"), n1, 1);
        refusing("db-0", 429, "Cannot evict pod as it would violate the pod's disruption budget.");
        DrainPreview known = site.preview(n1);
        assertEquals(
                List.of(),
                site.drains.trial(known, () -> site.drains.plan(known)).call().problems(),
                "it is waited for");
        site.facts.read(InputKind.BUDGETS.resource(), SyncState.REFUSED, "");
        DrainPreview preview = site.preview(n1);
        assertEquals(
                List.of("The server would not evict pod team/db-0 now:"
                        + " Cannot evict pod as it would violate the pod's disruption budget."),
                site.drains
                        .trial(preview, () -> site.drains.plan(preview))
                        .call()
                        .problems());
        assertTrue(site.connections.tried.stream().allMatch(write -> write.uid().isPresent()));
        DrainPreview some = site.drains.preview(site.request(n1).onlyWhatCanGo(true));
        Plan plan = site.drains.prepare(some).call();
        assertEquals(List.of("web-0"), victims(plan));
        assertEquals("Drain n1 (1 pod stays)", plan.title());
    }

    @Test
    void whatTheServerWarnsOfWhenItIsAskedToEvictStandsInThePlanOnce() throws Exception {
        site.task(site.job("Deployment", "web"), n1, 1);
        site.task(site.job("Deployment", "db"), n1, 1);
        site.connections.answers = _ -> new WriteResult.Accepted(201, "{}", List.of("evictions are watched"));
        DrainPreview preview = site.preview(n1);
        assertEquals(
                new Checked(List.of(), List.of("evictions are watched")),
                site.drains.trial(preview, () -> site.drains.plan(preview)).call());
    }

    @ParameterizedTest
    @CsvSource({"403, 1", "422, 1", "500, 1", "404, 0", "409, 0", "429, 0"})
    void whateverElseTheServerRefusesIsAProblemAlways(int status, int problems) throws Exception {
        site.task(site.job("Deployment", "web"), n1, 1);
        refusing("web-0", status, "no");
        DrainPreview preview = site.preview(n1);
        assertEquals(
                problems,
                site.drains
                        .trial(preview, () -> site.drains.plan(preview))
                        .call()
                        .problems()
                        .size());
        assertEquals(Fate.EVICT, preview.pods().getFirst().fate());
    }
}
