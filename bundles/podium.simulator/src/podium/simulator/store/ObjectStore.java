// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds the objects of one cluster. An {@link ObjectNode} handed out is shared and must not be changed; whoever wants
 * another state writes one. All methods may be called from any thread. A namespace is the empty string for
 * cluster-scoped types.
 */
public interface ObjectStore {

    /** The object of that name, empty if there is none. */
    Optional<ObjectNode> get(ResourceType type, String namespace, String name);

    /** All objects of a type in one namespace, or in all where the namespace is empty, ordered by namespace and name. */
    List<ObjectNode> list(ResourceType type, String namespace);

    /**
     * Adds an object. Sets resourceVersion, creationTimestamp, a uid where it has none, and, for kinds that count
     * them, generation.
     *
     * @return the stored object
     * @throws ApiException 409 AlreadyExists
     */
    ObjectNode create(ResourceType type, ObjectNode object);

    /**
     * Replaces an object. A resourceVersion in the given object must be the current one; without one it replaces
     * whatever is there. Taking the last finalizer from an object being deleted removes it.
     *
     * @return the stored object
     * @throws ApiException 404, or 409 Conflict for a stale resourceVersion or another uid
     */
    ObjectNode update(ResourceType type, ObjectNode object);

    /**
     * Changes an object atomically: the change gets a deep copy of the current state. Nothing is committed, and no
     * revision used, if it changes nothing.
     *
     * @return the stored object, empty if there is none of that name
     */
    Optional<ObjectNode> modify(ResourceType type, String namespace, String name, Consumer<ObjectNode> change);

    /**
     * Deletes an object, or begins to: finalizers, and the grace of a pod that runs on a node, keep it with a
     * deletionTimestamp.
     *
     * @return the last state, empty if there is none of that name
     * @throws ApiException 409 if a precondition fails
     */
    Optional<ObjectNode> delete(ResourceType type, String namespace, String name, DeleteOptions options);

    /**
     * Calls the listener for every change of a type from now on, in commit order, on the committing thread. The
     * listener must be quick; changes it makes itself are delivered after it returns.
     */
    AutoCloseable watch(ResourceType type, Consumer<StoreEvent> listener);

    /** The revision of the latest change. */
    long revision();

    /** A uid that no object has. */
    String newUid();

    /** The types that can be stored. */
    Collection<ResourceType> types();

    /** Makes a type storable; again with the same name replaces its description. */
    void register(ResourceType type);

    /** Forgets a type; its objects are deleted. */
    void unregister(ResourceType type);
}
