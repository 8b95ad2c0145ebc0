// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.fleet.FleetView;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfService;

/** Copies in the realm, answers on a thread of its own. */
@Component(service = WhatIfService.class)
public final class WhatIfServiceImpl implements WhatIfService {
    private final InstantSource clock;
    private final Function<Cluster, SchedulingObjects> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Activate
    public WhatIfServiceImpl(@Reference FleetView fleet) {
        this(InstantSource.system(), fleet::facts);
    }

    /** @param facts what else decides in a cluster; asked in the realm */
    public WhatIfServiceImpl(InstantSource clock, Function<Cluster, SchedulingObjects> facts) {
        this.clock = clock;
        this.facts = facts;
    }

    @Override
    public CompletableFuture<WhatIfResult> ask(Cluster cluster, List<Hypothesis> hypotheses) {
        FleetCopy copy = new FleetCopy(cluster, facts.apply(cluster));
        Instant now = clock.instant();
        return CompletableFuture.supplyAsync(() -> answer(new WhatIfRun(copy, hypotheses, now)), threads);
    }

    private static WhatIfResult answer(WhatIfRun question) {
        try {
            return question.answer();
        } catch (Exception e) {
            throw new CompletionException("The question could not be answered: " + e.getMessage(), e);
        }
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }
}
