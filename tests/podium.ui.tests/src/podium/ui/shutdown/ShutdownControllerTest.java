// SPDX-License-Identifier: Apache-2.0
package podium.ui.shutdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeOperations;

class ShutdownControllerTest {
    private static final Plan PLAN =
            new Plan(new ClusterId("lab"), "drain", "Drain n1", List.of(), List.of(), List.of(), List.of(), List.of());

    private final FakeOperations operations = new FakeOperations();
    private final List<String> seen = new ArrayList<>();
    private ShutdownChoice answer = ShutdownChoice.STAY;
    private Runnable meanwhile = () -> {};
    private final List<String> sessions = new ArrayList<>();
    private boolean endsSessions;
    private final ShutdownController.Sessions open = new ShutdownController.Sessions() {
        @Override
        public List<String> open() {
            return sessions;
        }

        @Override
        public void end(Runnable then) {
            seen.add("end " + sessions);
            then.run();
        }
    };
    private final ShutdownController closing = new ShutdownController(operations, open, new ShutdownController.View() {
        @Override
        public boolean ask(Supplier<List<String>> asked) {
            seen.add("ask " + asked.get());
            return endsSessions;
        }

        @Override
        public ShutdownChoice ask(List<Operation> running) {
            seen.add("ask " + ids(running));
            meanwhile.run();
            return answer;
        }

        @Override
        public void finishing(List<Operation> running) {
            seen.add("finishing " + ids(running));
        }

        @Override
        public void back(List<Operation> waiting) {
            seen.add("back " + ids(waiting));
        }

        @Override
        public void end() {
            seen.add("end");
        }
    });

    private static String ids(List<Operation> operations) {
        return String.join(",", operations.stream().map(Operation::id).toList());
    }

    private void publish(String id, OperationState state) {
        operations.publish(
                Examples.operation(id, PLAN, state, 1, 3, state.ended() ? Optional.of("it ended") : Optional.empty()));
        closing.changed();
    }

    @Test
    void nothingIsAskedWhereNothingRuns() {
        assertTrue(closing.mayClose());
        publish("1", OperationState.DONE);
        publish("2", OperationState.INTERRUPTED);
        publish("3", OperationState.PAUSED);
        assertTrue(closing.mayClose());
        assertEquals(List.of(), seen);
    }

    @Test
    void anOpenShellIsAskedAboutAndCleanedUpBeforeTheConsoleEnds() {
        sessions.add("shell in pod a");
        assertFalse(closing.mayClose());
        assertEquals(List.of("ask [shell in pod a]"), seen);
        endsSessions = true;
        publish("1", OperationState.RUNNING);
        assertFalse(closing.mayClose());
        answer = ShutdownChoice.LEAVE;
        assertFalse(closing.mayClose());
        assertEquals(
                List.of("ask [shell in pod a]", "end [shell in pod a]", "ask 1"), seen.subList(1, 4), "then what runs");
        assertEquals("end", seen.getLast());
    }

    @Test
    void whatRunsIsNamedAndTheOperatorCanStay() {
        publish("1", OperationState.RUNNING);
        publish("2", OperationState.UNDOING);
        publish("3", OperationState.DONE);
        assertFalse(closing.mayClose());
        assertEquals(List.of("ask 2,1"), seen);
        publish("1", OperationState.DONE);
        assertEquals(List.of("ask 2,1"), seen, "it stays open, whatever ends");
    }

    @Test
    void whatEndsWhileItIsAskedAboutNeedsNoFinishingAndTheConsoleEnds() {
        publish("1", OperationState.RUNNING);
        answer = ShutdownChoice.FINISH;
        meanwhile = () -> publish("1", OperationState.DONE);
        assertFalse(closing.mayClose());
        assertEquals(List.of("ask 1", "end"), seen);
    }

    @Test
    void whatWaitsForAPersonSinceItWasAskedAboutKeepsTheWindow() {
        publish("1", OperationState.RUNNING);
        answer = ShutdownChoice.FINISH;
        meanwhile = () -> publish("1", OperationState.PAUSED);
        assertFalse(closing.mayClose());
        assertEquals(List.of("ask 1", "back 1"), seen);
    }

    @Test
    void endingNowClosesAtOnce() {
        publish("1", OperationState.RUNNING);
        answer = ShutdownChoice.LEAVE;
        assertTrue(closing.mayClose());
    }

    @Test
    void finishingHidesTheWindowAndEndsWhenTheLastOneHasEnded() {
        publish("1", OperationState.RUNNING);
        publish("2", OperationState.PREPARED);
        answer = ShutdownChoice.FINISH;
        assertFalse(closing.mayClose());
        publish("1", OperationState.DONE);
        publish("2", OperationState.FAILED);
        assertEquals(List.of("ask 2,1", "finishing 2,1", "finishing 2", "end"), seen);
        closing.changed();
        assertEquals(4, seen.size(), "it ends once");
    }

    @Test
    void oneThatPausesItselfBringsTheWindowBack() {
        publish("0", OperationState.PAUSED);
        publish("1", OperationState.RUNNING);
        answer = ShutdownChoice.FINISH;
        assertFalse(closing.mayClose());
        publish("1", OperationState.PAUSED);
        assertEquals(List.of("ask 1", "finishing 1", "back 1"), seen, "the one paused before asks for nobody");
        publish("1", OperationState.DONE);
        assertEquals(3, seen.size(), "the operator is there again; nothing ends by itself");
    }

    @Test
    void theWindowCanBeWantedBack() {
        publish("1", OperationState.RUNNING);
        answer = ShutdownChoice.FINISH;
        assertFalse(closing.mayClose());
        closing.stay();
        publish("1", OperationState.DONE);
        assertEquals(List.of("ask 1", "finishing 1", "back "), seen);
    }

    @Test
    void theSmallWindowSaysHowFarEachIs() {
        publish("1", OperationState.RUNNING);
        publish("2", OperationState.RUNNING);
        assertEquals("Drain n1: 1 of 3\nDrain n1: 1 of 3", ShutdownWindows.words(operations.operations()));
    }
}
