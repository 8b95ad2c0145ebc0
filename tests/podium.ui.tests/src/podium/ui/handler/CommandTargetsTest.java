// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class CommandTargetsTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Cluster slow = stage.made.cluster("slow", 1);
    private final Cluster quick = stage.made.cluster("quick", 1);
    private int told;

    /** A server that tells what it has when it is let. */
    private static final class Server implements ObjectTables {
        private final CompletableFuture<List<ServedResource>> answer = new CompletableFuture<>();

        @Override
        public List<ServedResource> resources() {
            return answer.join();
        }

        @Override
        public ObjectTable table(ServedResource resource, String namespace, String fieldSelector) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Relative> family(ServedResource resource, String namespace, String name) {
            return List.of();
        }

        @Override
        public Map<String, List<String>> usage(ServedResource resource, String namespace) {
            return Map.of();
        }

        void has(String plural) {
            answer.complete(
                    List.of(new ServedResource("", "v1", plural, plural, "", List.of(), true, Set.of(), Set.of())));
        }
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private static List<String> kinds(CommandTargets targets) {
        return targets.words().kinds().stream().map(ServedResource::resource).toList();
    }

    /** The command line of a cluster took and refused the kinds of the one that was looked at before. */
    @Test
    void aClusterThatAnswersLateDoesNotChangeWhatIsKnownOfTheNext() {
        EModelService models = (EModelService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EModelService.class},
                (proxy, method, values) -> List.of());
        CommandTargets targets = new CommandTargets(
                stage.fleet,
                stage.selection,
                stage.connections,
                MApplicationFactory.INSTANCE.createApplication(),
                models,
                stage.front,
                null,
                null,
                stage.services);
        Server first = ask(targets, slow);
        Server second = ask(targets, quick);
        second.has("widgets");
        screen.until("the kinds of the next are known", () -> told == 1);
        first.has("gadgets");
        Server again = ask(targets, quick);
        assertEquals(List.of("widgets"), kinds(targets), "what is known of it stays while it is asked again");
        again.has("widgets");
        screen.until("it has told again", () -> told == 2);
        assertEquals(List.of("widgets"), kinds(targets));
        ask(targets, slow);
        assertEquals(List.of(), kinds(targets), "nothing is known of another");
    }

    private Server ask(CommandTargets targets, Cluster cluster) {
        Server server = new Server();
        stage.connections.capabilities.put(ObjectTables.class, server);
        stage.connections.open(ClusterId.of(cluster).value(), Optional.empty());
        stage.selection.set(this, List.of(cluster));
        targets.ask(() -> told++);
        return server;
    }
}
