// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import podium.core.fleet.ClusterMoment;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.texts.Texts;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.NodeOffer;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfService;

/** Copies in the realm, answers on a thread of its own. */
@Component(service = WhatIfService.class)
public final class WhatIfServiceImpl implements WhatIfService {
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Activate
    public WhatIfServiceImpl() {
        this(InstantSource.system());
    }

    public WhatIfServiceImpl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<WhatIfResult> ask(Cluster cluster, List<Hypothesis> hypotheses) {
        FleetCopy copy = new FleetCopy(cluster);
        Instant now = ClusterMoment.of(cluster, clock.instant());
        return CompletableFuture.supplyAsync(() -> answer(new WhatIfRun(copy, hypotheses, now)), threads);
    }

    @Override
    public List<List<Task>> served(Node node, List<NodeOffer> offers, List<Task> gone, List<Task> waiting) {
        try {
            return new ServedPods(node.getCluster()).of(node, offers, gone, waiting);
        } catch (Exception e) {
            throw new CompletionException(Texts.of("WhatIfServiceImpl.theQuestionCouldNot", e.getMessage()), e);
        }
    }

    private static WhatIfResult answer(WhatIfRun question) {
        try {
            return question.answer();
        } catch (Exception e) {
            throw new CompletionException(Texts.of("WhatIfServiceImpl.theQuestionCouldNot", e.getMessage()), e);
        }
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }
}
