// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.util.List;
import java.util.Optional;
import podium.core.operation.Expectation;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.core.port.ObjectRef;

/** The plan that takes a done operation back. Objects which that one made are named by the uid they got. */
final class Undo {
    private Undo() {}

    static Plan plan(Ledger done) {
        Plan plan = done.plan();
        List<Step> steps = plan.undo().stream().map(step -> named(step, done)).toList();
        return new Plan(
                plan.cluster(),
                "undo",
                "Undo: " + plan.title(),
                steps,
                steps.stream().map(Step::words).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Step named(Step step, Ledger done) {
        return switch (step) {
            case Step.Write write -> named(write, done);
            case Step.Barrier barrier ->
                new Step.Barrier(
                        barrier.writes().stream()
                                .map(write -> named(write, done))
                                .toList(),
                        barrier.words());
            case Step.Await await
            when await.expectation() instanceof Expectation.Gone gone ->
                new Step.Await(
                        await.target(),
                        new Expectation.Gone(
                                gone.uid().isEmpty() ? uid(await.target(), done).orElse("") : gone.uid()),
                        await.atMost(),
                        await.words());
            case Step.Await _, Step.EvictAll _ -> step;
        };
    }

    private static Step.Write named(Step.Write write, Ledger done) {
        ApiWrite plain = write.write();
        Optional<String> uid = plain.verb() == ApiWrite.Verb.CREATE ? Optional.empty() : uid(plain.target(), done);
        return new Step.Write(uid.map(known -> Pins.with(plain, known)).orElse(plain), write.undo());
    }

    private static Optional<String> uid(ObjectRef ref, Ledger done) {
        return done.uidAt(ref.path());
    }
}
