// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The components of a record class, to write it to a file and read it back.
 *
 * @param print names and types of its components: what was written of another shape is not read
 */
record RecordShape(MethodHandle[] components, MethodHandle constructor, String print) {
    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle[] parts = new MethodHandle[components.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            String print = Arrays.stream(components)
                    .map(component -> component.getName() + ":"
                            + component.getGenericType().getTypeName())
                    .collect(Collectors.joining(","));
            return new RecordShape(parts, constructor, print);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " cannot be taken apart", e);
        }
    }

    Object part(int index, Object record) {
        try {
            return components[index].invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Object make(Object[] parts) {
        try {
            return constructor.invokeExact(parts);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
