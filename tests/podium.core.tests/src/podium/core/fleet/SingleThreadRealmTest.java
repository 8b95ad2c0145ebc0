// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import podium.core.testkit.SingleThreadRealm;

class SingleThreadRealmTest {
    @Test
    void workRunsInOrderInOneThreadThatKnowsItIsTheRealm() throws Exception {
        try (SingleThreadRealm realm = new SingleThreadRealm("a realm")) {
            assertFalse(realm.isCurrent());
            List<Thread> threads = new ArrayList<>();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int number = i;
                realm.execute(() -> {
                    threads.add(Thread.currentThread());
                    order.add(number);
                });
            }
            boolean current = CompletableFuture.supplyAsync(realm::isCurrent, realm.asExecutor())
                    .get(60, TimeUnit.SECONDS);
            assertTrue(current);
            assertEquals(1, threads.stream().distinct().count());
            assertEquals(java.util.stream.IntStream.range(0, 100).boxed().toList(), order);
            assertEquals("a realm", threads.getFirst().getName());
        }
    }

    @Test
    void workThatFailsDoesNotEndTheRealm() throws Exception {
        try (SingleThreadRealm realm = new SingleThreadRealm("another realm")) {
            CompletableFuture<Object> failed = CompletableFuture.supplyAsync(
                    () -> {
                        throw new IllegalStateException("on purpose");
                    },
                    realm.asExecutor());
            assertTrue(failed.handle((result, error) -> error != null).get(60, TimeUnit.SECONDS));
            assertTrue(CompletableFuture.supplyAsync(realm::isCurrent, realm.asExecutor())
                    .get(60, TimeUnit.SECONDS));
        }
    }
}
