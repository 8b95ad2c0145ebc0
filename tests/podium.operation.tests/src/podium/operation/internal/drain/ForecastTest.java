// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainRequest;

/** Pods here name no grace period, so each takes the usual 30 s; a replacement counts as healthy after 30 s. */
class ForecastTest {
    private static final Optional<Duration> NONE = Optional.empty();

    private final Site site = new Site();
    private final Node n1 = site.node("n1");
    private final Node n2 = site.node("n2");
    private final Node spare = site.node("n3");

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private DrainForecast forecast(DrainPace pace, Node... nodes) {
        return site.drains.preview(site.request(nodes).at(pace)).forecast();
    }

    private void tasks(Job job, Node node, int count) {
        for (int i = 0; i < count; i++) {
            site.task(job, node, 0);
        }
    }

    @Test
    void podsWithoutABudgetGoTogetherInOneGracePeriod() {
        tasks(site.job("Deployment", "web"), n1, 5);
        DrainForecast forecast = forecast(DrainPace.AT_ONCE, n1);
        assertEquals(seconds(30), forecast.atMost());
        assertEquals(Optional.empty(), forecast.firstStop());
    }

    @Test
    void anEmptyNodeTakesNoTime() {
        assertEquals(seconds(0), forecast(DrainPace.AT_ONCE, n1).atMost());
    }

    @Test
    void aBudgetLetsItsPodsGoInRoundsAndTheFirstRefusalIsAtTheStart() {
        tasks(site.job("Deployment", "web"), n1, 5);
        site.budget("web", "web", 2, 5, 3, 5);
        DrainForecast forecast = forecast(DrainPace.AT_ONCE, n1);
        assertEquals(seconds(30 + 30 + 30 + 30 + 30), forecast.atMost(), "three rounds of 2, 2 and 1, two waits");
        DrainForecast.Stop stop = forecast.firstStop().orElseThrow();
        assertEquals(Duration.ZERO, stop.after());
        assertEquals("web", stop.budget());
        assertFalse(stop.forever());
    }

    @Test
    void theWavesShareTheBudgetsAndAddUp() {
        Job web = site.job("Deployment", "web");
        tasks(web, n1, 2);
        tasks(web, n2, 2);
        site.budget("web", "web", 2, 4, 2, 4);
        assertEquals(seconds(30 + 30 + 30), forecast(DrainPace.AT_ONCE, n1, n2).atMost());
        assertEquals(
                seconds(30 + 30),
                forecast(new DrainPace(1, NONE), n1, n2).atMost(),
                "each wave finds the replacements of the one before healthy");
    }

    @Test
    void aBudgetWithoutReplacementsStopsTheDrainInTheWaveThatUsesItUp() {
        Job web = site.job("Deployment", "web");
        tasks(web, n1, 1);
        tasks(web, n2, 2);
        site.budget("web", "web", 2, 3, 1, 3);
        site.unfit(spare);
        DrainForecast forecast = forecast(new DrainPace(1, NONE), n1, n2);
        assertEquals(NONE, forecast.atMost(), "it never ends");
        DrainForecast.Stop stop = forecast.firstStop().orElseThrow();
        assertTrue(stop.forever());
        assertEquals(Duration.ofSeconds(30), stop.after(), "one of the two goes in wave 1, one in wave 2");
        assertEquals(n2, stop.task().getNode());
    }

    @Test
    void aBudgetThatAllowsNothingStopsItAtOnce() {
        Task only = site.task(site.job("Deployment", "web"), n1, 0);
        site.budget("web", "web", 0, 1, 1, 1);
        DrainForecast forecast = forecast(DrainPace.AT_ONCE, n1);
        assertEquals(NONE, forecast.atMost());
        assertEquals(Optional.of(new DrainForecast.Stop(Duration.ZERO, only, "web", true)), forecast.firstStop());
    }

    @Test
    void aPodOfTwoBudgetsNeverGoes() {
        Task task = site.task(site.job("Deployment", "web"), n1, 0);
        site.budget("a", "web", 9, 9, 0, 9);
        site.budget("b", "web", 9, 9, 0, 9);
        DrainForecast forecast = forecast(DrainPace.AT_ONCE, n1);
        assertEquals(NONE, forecast.atMost());
        assertEquals(task, forecast.firstStop().orElseThrow().task());
    }

    @Test
    void theGraceOfTheRequestComesBeforeThatOfThePods() {
        tasks(site.job("Deployment", "web"), n1, 1);
        DrainRequest quick = new DrainRequest(List.of(n1), false, false, seconds(5), NONE);
        assertEquals(seconds(5), site.drains.preview(quick).forecast().atMost());
    }

    @Test
    void waitingForJobsComesOnTop() {
        tasks(site.job("Job", "sweep"), n1, 1);
        assertEquals(seconds(630), forecast(new DrainPace(9, seconds(600)), n1).atMost());
    }
}
