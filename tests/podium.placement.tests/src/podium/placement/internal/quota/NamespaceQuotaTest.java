// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.SchedulingObject;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.QuotaTerms;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.QuotaBench;
import podium.placement.internal.index.ResourceText;

/** Quotas of a namespace over pods that are still to be made. */
class NamespaceQuotaTest {
    private static final String GPUS = "requests.nvidia.com/gpu";

    private final QuotaBench bench = new QuotaBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static SchedulingObject quota(String hard, String used, Requirement... scopes) {
        return new SchedulingObject.ResourceQuota(
                "team", "gpus", Resources.parse(hard), Resources.parse(used), List.of(scopes));
    }

    private void expect(Fit fit, String... reasons) {
        assertEquals(List.of(reasons), bench.verdict("h1").reasons());
        assertEquals(fit, bench.verdict("h1").fit());
    }

    @Test
    void requestsOfPodsToBeMadeAreHeldAgainstWhatIsLeft() {
        bench.know(quota(GPUS + "=16", GPUS + "=12"));
        bench.job("", false, 1);
        expect(Fit.FITS_IF, "quota gpus of namespace team: 16 GPUs hard, 12 used, asks for 8");
        bench.job("", false, 3);
        expect(Fit.DOES_NOT_FIT, "quota gpus of namespace team: 16 GPUs hard, 12 used, asks for 24");
        bench.know(quota(GPUS + "=64", GPUS + "=12"));
        expect(Fit.FITS);
    }

    @Test
    void aQuotaOfAnotherNamespaceIsNoMatter() {
        bench.know(new SchedulingObject.ResourceQuota(
                "other", "gpus", Resources.parse(GPUS + "=1"), Resources.none(), List.of()));
        bench.job("", false, 1);
        expect(Fit.FITS);
    }

    @Test
    void podsThatExistAreCountedAlready() {
        bench.know(quota(GPUS + "=8,pods=1", GPUS + "=8,pods=1"));
        bench.job("", false, 1);
        bench.fleet.show(Seen.pod("train-0", TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "train")));
        expect(Fit.FITS);
    }

    @ParameterizedTest
    @CsvSource({"pods,2,1,2", "count/pods,5,4,2", "limits.cpu,3000,2000,4000", "cpu,3000,2500,1000"})
    void countsLimitsAndBareNamesAreCountedAsTheServerDoes(String name, long hard, long used, long asks) {
        bench.know(quota(name + "=" + hard, name + "=" + used));
        TaskSpec spec = SpecBuilder.of(Resources.parse("cpu=500"))
                .quota(new QuotaTerms(Resources.parse("cpu=2000"), "", false, List.of()))
                .build();
        bench.job("", false, 2, spec);
        String reason = bench.verdict("h1").reasons().getFirst();
        String number = name.endsWith("cpu") ? ResourceText.number("cpu", asks) : Long.toString(asks);
        assertTrue(reason.endsWith("asks for " + number), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Terminating,Exists,,false",
        "NotTerminating,Exists,,true",
        "BestEffort,Exists,,true",
        "NotBestEffort,Exists,,false",
        "PriorityClass,In,high,true",
        "PriorityClass,In,low,false",
        "PriorityClass,NotIn,high,false",
        "PriorityClass,Exists,,true",
        "PriorityClass,DoesNotExist,,false",
        "CrossNamespacePodAffinity,Exists,,false",
        "Unheard,Exists,,false",
    })
    void aQuotaCountsOnlyPodsOfItsScopes(String scope, String operator, String value, boolean counts) {
        List<String> values = value == null ? List.of() : List.of(value);
        bench.know(quota("pods=0", "pods=0", new Requirement(scope, operator, values)));
        TaskSpec spec = SpecBuilder.of(Resources.parse("nvidia.com/gpu=1"))
                .quota(new QuotaTerms(Resources.none(), "high", false, List.of()))
                .build();
        bench.job("", false, 1, spec);
        assertEquals(counts ? Fit.DOES_NOT_FIT : Fit.FITS, bench.verdict("h1").fit());
    }

    @Test
    void coresThatAQuotaCountsHaveToBeNamed() {
        bench.know(quota("limits.cpu=9000", "limits.cpu=0"));
        TaskSpec spec = SpecBuilder.of(Resources.parse("nvidia.com/gpu=1"))
                .quota(new QuotaTerms(Resources.none(), "", false, List.of("limits.cpu")))
                .build();
        bench.job("", false, 1, spec);
        expect(
                Fit.FITS_IF,
                "quota gpus of namespace team counts limits.cpu, which not every container sets: set it, or add a"
                        + " LimitRange");
    }

    @Test
    void aDraftCountsItsPodsAndItself() {
        bench.know(quota("count/jobs.batch=3,pods=9", "count/jobs.batch=3,pods=0"));
        Job draft = FleetFactory.INSTANCE.createJob();
        draft.setName("draft");
        draft.setNamespace("team");
        draft.setKind("Job");
        draft.setWork(TestKinds.of("Job"));
        draft.setApiVersion("batch/v1");
        draft.setState(JobState.WAITING);
        draft.setWantedTasks(1);
        draft.setSpec(Seen.asks(1));
        Verdict verdict = bench.placement
                .verdicts(new Subject(draft, List.of(), Optional.of(bench.fleet.cluster)))
                .get(bench.fleet.node("h1"));
        assertEquals(
                List.of("quota gpus of namespace team: 3 count/jobs.batch hard, 3 used, asks for 1"),
                verdict.reasons());
    }
}
