// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.time.Instant;
import podium.simulator.internal.engine.SimulationEngine;

/** Makes the planned faults happen, with what follows from each. */
final class FaultInjector {

    private final SimulationEngine life;
    private final HardwareFaultLog log;

    FaultInjector(SimulationEngine life, HardwareFaultLog log) {
        this.life = life;
        this.log = log;
    }

    /** On the loop, at the opening. */
    void plan(Scenario scenario) {
        scenario.faults().forEach(fault -> life.loop().after(fault.after(), () -> happen(fault)));
    }

    private void happen(HardwareFault fault) {
        Instant now = life.loop().now();
        Instant until = fault.lasts().map(now::plus).orElse(Instant.MAX);
        switch (fault.kind()) {
            case "node-down" -> {
                life.nodeDown(fault.node());
                fault.lasts().ifPresent(time -> life.loop().after(time, () -> life.nodeUp(fault.node())));
            }
            case "xid" -> {
                log.add(new HardwareFaultLog.Entry("xid", fault.node(), fault.gpu(), fault.code(), now, until));
                life.kubelets().crash(fault.node(), fault.gpu());
            }
            case "broken" -> {
                log.add(new HardwareFaultLog.Entry("xid", fault.node(), fault.gpu(), fault.code(), now, until));
                life.kubelets().crash(fault.node(), fault.gpu());
                life.kubelets().health(fault.node(), fault.gpu(), false);
                fault.lasts().ifPresent(time -> life.loop()
                        .after(time, () -> life.kubelets().health(fault.node(), fault.gpu(), true)));
            }
            case "thermal" -> log.add(new HardwareFaultLog.Entry("thermal", fault.node(), fault.gpu(), 0, now, until));
            default -> throw new IllegalArgumentException("no such fault: " + fault.kind());
        }
    }
}
