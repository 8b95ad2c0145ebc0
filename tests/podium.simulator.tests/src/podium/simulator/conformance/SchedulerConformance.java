// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import podium.testkit.ServerMatrix;

/** Runs a test class once per server with a scheduler; the class takes the {@link Server} in its constructor. One class at a time, for its servers are also the others'. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@MethodSource("podium.simulator.conformance.Scheduled#all")
@ExtendWith(ServerMatrix.class)
@Execution(ExecutionMode.SAME_THREAD)
@interface SchedulerConformance {}
