// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import java.util.Map;

/** How a field of a message of protobuf is written in JSON. */
sealed interface ProtobufField {
    /** How its value is sent (protobuf.dev, Encoding: wire types). */
    default int wire() {
        return 2;
    }

    /** A text; an empty one is none. */
    record Text(String name) implements ProtobufField {}

    /** A number, also zero. */
    record Number(String name) implements ProtobufField {
        @Override
        public int wire() {
            return 0;
        }
    }

    /** A number of which zero is none. */
    record Count(String name) implements ProtobufField {
        @Override
        public int wire() {
            return 0;
        }
    }

    /** True or false. */
    record Flag(String name) implements ProtobufField {
        @Override
        public int wire() {
            return 0;
        }
    }

    /** True, or nothing. */
    record Switch(String name) implements ProtobufField {
        @Override
        public int wire() {
            return 0;
        }
    }

    /** Several texts. */
    record Texts(String name) implements ProtobufField {}

    /** An object. */
    record Message(String name, Map<Integer, ProtobufField> fields) implements ProtobufField {}

    /** Several objects. */
    record Messages(String name, Map<Integer, ProtobufField> fields) implements ProtobufField {}

    /** An object whose fields are those of the one around it. */
    record Inline(Map<Integer, ProtobufField> fields) implements ProtobufField {}

    /** Texts by name. */
    record Pairs(String name) implements ProtobufField {}

    /** Values that are bytes, which JSON has in base64. */
    record Blobs(String name) implements ProtobufField {}

    /** Values that are quantities. */
    record Quantities(String name) implements ProtobufField {}

    /** A number or a text, as k8s.io/apimachinery/pkg/util/intstr has it. */
    record Either(String name) implements ProtobufField {}

    /** What the server sets itself. */
    record Left() implements ProtobufField {}
}
