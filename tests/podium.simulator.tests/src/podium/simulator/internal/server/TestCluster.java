// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.Role;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.testkit.ApiTarget;

/** An API server with its store in the test's hands, and a kubelet that ends pods the moment they are told to end. */
final class TestCluster implements AutoCloseable {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final ObjectStore store =
            new InMemoryStore(Clock.systemUTC(), 1, objects -> new Strategies(objects)::defaults);
    private final ApiServer server;

    TestCluster() throws IOException {
        this(options -> options);
    }

    TestCluster(UnaryOperator<ServerOptions> change) throws IOException {
        server = new ApiServer(
                store,
                change.apply(ServerOptions.defaults()
                        .withToken("admin-token", User.of("admin", "system:masters"))
                        .withToken("viewer-token", User.of("viewer", "viewers"))
                        .withGrant(Grant.toGroup(Role.VIEWER, "viewers"))));
        store.watch(ResourceTypes.POD, event -> {
            if (ObjectMeta.deleting(event.object())) {
                store.delete(
                        ResourceTypes.POD,
                        ObjectMeta.namespace(event.object()),
                        ObjectMeta.name(event.object()),
                        DeleteOptions.now());
            }
        });
        server.start();
    }

    ObjectStore store() {
        return store;
    }

    ApiServer server() {
        return server;
    }

    ApiTarget target() {
        return new ApiTarget(server.url(), server.caPem(), "admin-token", "viewer-token");
    }

    /** Stores an object given as YAML, in the default namespace unless it names another. */
    ObjectNode create(ResourceType type, String yaml) {
        try {
            ObjectNode object = (ObjectNode) YAML.readTree(yaml);
            if (type.namespaced() && ObjectMeta.namespace(object).isEmpty()) {
                ObjectMeta.of(object).put("namespace", "default");
            }
            return store.create(type, object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
