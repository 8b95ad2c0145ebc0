// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Asks the server of each pod whether it would be evicted now, changing nothing. Each try counts its budget anew, and none uses it up
 * (kubernetes pkg/registry/core/pod/storage/eviction.go): that all pass says nothing of all together, which the preview reckons where
 * it may read the budgets; that one is refused is true. Blocks.
 */
final class EvictionTrial {
    private static final int AT_ONCE = 10;
    private static final int GONE = 404;
    private static final int REPLACED = 409;
    private static final int TOO_MANY = 429;

    private final ObjectWriter writer;

    private final Set<String> warned;

    /** @param warned takes what the server warns of, from several threads */
    EvictionTrial(ObjectWriter writer, Set<String> warned) {
        this.warned = warned;
        this.writer = writer;
    }

    /**
     * What the server refuses.
     *
     * @param budgets whether a budget that refuses now counts: where budgets are read, the preview knows whether it gives way
     * @return a sentence for each pod that it would not evict, by its uid, in the order of the pods
     */
    Map<String, String> refusals(List<Step.Victim> victims, boolean budgets) throws InterruptedException {
        Semaphore permits = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> asked = new ArrayList<>();
            for (Step.Victim victim : victims) {
                Callable<Optional<String>> ask = () -> {
                    permits.acquire();
                    try {
                        return refusal(victim, budgets);
                    } finally {
                        permits.release();
                    }
                };
                asked.add(threads.submit(ask));
            }
            Map<String, String> refusals = new LinkedHashMap<>();
            for (int i = 0; i < victims.size(); i++) {
                String uid = victims.get(i).uid();
                asked.get(i).get().ifPresent(words -> refusals.put(uid, words));
            }
            return refusals;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<String> refusal(Step.Victim victim, boolean budgets) {
        String pod = victim.pod().namespace() + "/" + victim.pod().name();
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.EVICT,
                victim.pod(),
                "eviction",
                "",
                Optional.of(victim.uid()),
                Optional.empty(),
                Texts.of("EvictionTrial.evict", pod));
        return switch (writer.send(write, true)) {
            case WriteResult.Accepted accepted -> {
                warned.addAll(accepted.warnings());
                yield Optional.empty();
            }
            case WriteResult.Unanswered unanswered ->
                Optional.of(Texts.of("EvictionTrial.theServerDidNot", pod, unanswered.message()));
            case WriteResult.Refused refused ->
                switch (refused.status()) {
                    case GONE, REPLACED -> Optional.empty();
                    case TOO_MANY ->
                        budgets
                                ? Optional.of(Texts.of("EvictionTrial.wouldNotEvictNow", pod, words(refused)))
                                : Optional.empty();
                    default -> Optional.of(Texts.of("EvictionTrial.wouldNotEvict", pod, words(refused)));
                };
        };
    }

    private static String words(WriteResult.Refused refused) {
        String message = refused.message().strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
