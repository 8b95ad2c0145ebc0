// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import java.util.function.Function;
import podium.kubernetes.internal.json.JsonTreeDecoder;
import podium.kubernetes.internal.json.ObjectDecoder;

/**
 * A kind of object the mirror follows.
 *
 * @param group empty for core
 * @param versions versions that can be read, the preferred first
 * @param resource plural, as in the URL
 * @param kind as in {@code Change.Gone}
 * @param namespaced its objects lie in namespaces
 * @param required a cluster without it is of no use: it is an error when it cannot be listed
 * @param decoders makes a decoder for one stream
 */
public record Kind(
        String group,
        List<String> versions,
        String resource,
        String kind,
        boolean namespaced,
        boolean required,
        Function<Shared, ObjectDecoder> decoders) {

    /** What all decoders of one connection share. Any thread. */
    public static final class Shared {
        private final TaskSpecs specs = new TaskSpecs();

        TaskSpecs specs() {
            return specs;
        }
    }

    /** True for the kind that comes in hundreds of thousands. */
    public boolean many() {
        return "pods".equals(resource);
    }

    /** True where an object means the same whatever was read before it, so that it can be kept as it was understood. */
    public boolean lasting() {
        return !"resource.k8s.io".equals(group);
    }

    /** A decoder for objects of any kind, of which only the versions are asked for. */
    public static ObjectDecoder barely() {
        return new JsonTreeDecoder(_ -> List.of());
    }

    /** A decoder for one stream. */
    public ObjectDecoder decoder(Shared shared) {
        return decoders.apply(shared);
    }

    /** Where the API server serves the collection in this version; empty namespace: all of them. */
    public String path(String version, String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace.isEmpty() ? "/" : "/namespaces/" + namespace + "/") + resource;
    }

    @Override
    public String toString() {
        return resource + (group.isEmpty() ? "" : "." + group);
    }
}
