// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectMeta;

/** One version of one object, with its JSON bytes made once and shared by all who send it. */
public final class ObjectVersion {

    private static final byte[] NONE = new byte[0];

    private final String key;
    private final ObjectNode object;
    private final long revision;
    private volatile byte[] fields = NONE;

    /** A version of an object that has metadata. */
    public ObjectVersion(ObjectNode object) {
        this.key = key(ObjectMeta.namespace(object), ObjectMeta.name(object));
        this.object = object;
        this.revision = ObjectMeta.revision(object);
    }

    /** Namespace and name: the order of lists. */
    static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** Namespace and name: the order of lists. */
    public String key() {
        return key;
    }

    /** The object, not to be changed. */
    public ObjectNode object() {
        return object;
    }

    /** Its resourceVersion. */
    public long revision() {
        return revision;
    }

    /** Whether it lives in a namespace; the empty namespace holds everything. */
    public boolean in(String namespace) {
        return namespace.isEmpty()
                || key.length() > namespace.length()
                        && key.charAt(namespace.length()) == '/'
                        && key.startsWith(namespace);
    }

    /**
     * The object as JSON without its opening brace, kind and apiVersion, which the sender puts in front. Not to be
     * changed.
     */
    public byte[] fields() {
        byte[] bytes = fields;
        if (bytes.length == 0) {
            ObjectNode rest = Json.object();
            object.properties().stream()
                    .filter(field ->
                            !field.getKey().equals("kind") && !field.getKey().equals("apiVersion"))
                    .forEach(field -> rest.set(field.getKey(), field.getValue()));
            byte[] json = JsonText.bytes(rest);
            bytes = Arrays.copyOfRange(json, 1, json.length);
            fields = bytes;
        }
        return bytes;
    }
}
