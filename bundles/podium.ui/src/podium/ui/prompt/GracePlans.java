// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import podium.operation.plan.Checked;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/**
 * Plans of one thing that differ in the time that pods get to stop.
 *
 * @param planned the plan with this time, or with each pod's own; called in the UI thread
 * @param check of one of them: finds problems without changing anything; blocks
 */
public record GracePlans(
        Function<Optional<Duration>, CompletableFuture<Result>> planned, Function<Plan, Checked> check) {}
