// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import podium.core.dra.NamedValues;
import podium.kubernetes.internal.json.ObservedObject;
import podium.model.value.Labels;
import podium.model.value.Resources;

/** A type that a decoder may make and the memory cannot bring back would cost the memory of its whole kind, in silence. */
class RememberedTypesTest {
    /** What the memory writes by itself. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            double.class,
            Double.class,
            boolean.class,
            Boolean.class,
            Instant.class,
            BigDecimal.class,
            NamedValues.class,
            List.class,
            Map.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            Labels.class,
            Resources.class);

    private final Set<Type> met = new HashSet<>();
    private final Set<Class<?>> made = new HashSet<>();
    private final Set<String> strange = new TreeSet<>();

    @Test
    void allThatADecoderMayMakeCanBeRemembered() {
        meet(ObservedObject.class, "");
        List<String> unread = new ArrayList<>();
        for (Class<?> type : made) {
            if (!ValueReader.isRead(type.getName())) {
                unread.add(type.getName());
            } else if (type.isRecord()) {
                RecordShape.of(type);
            }
        }
        assertEquals(List.of(), unread, "made by decoders, and not read from the memory");
        assertEquals(Set.of(), strange, "made by decoders, and not written into the memory");
        assertTrue(made.size() > 60, () -> "only " + made);
    }

    private void meet(Type type, String where) {
        if (!met.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                meet(generic.getRawType(), where);
                for (Type argument : generic.getActualTypeArguments()) {
                    meet(argument, where);
                }
            }
            case WildcardType wildcard -> meet(wildcard.getUpperBounds()[0], where);
            case Class<?> one -> meet(one, where);
            default -> strange.add(where + ": " + type);
        }
    }

    private void meet(Class<?> type, String where) {
        if (PLAIN.contains(type)) {
            return;
        }
        if (type.isSealed()) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                meet((Type) one, where);
            }
        } else if (type.isEnum()) {
            made.add(type);
        } else if (type.isRecord()) {
            made.add(type);
            for (RecordComponent part : type.getRecordComponents()) {
                meet(part.getGenericType(), type.getSimpleName() + "." + part.getName());
            }
        } else {
            strange.add(where + ": " + type.getName());
        }
    }
}
