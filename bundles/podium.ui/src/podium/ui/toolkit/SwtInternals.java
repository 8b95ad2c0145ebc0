// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

/** Calls GTK through classes of SWT that are no API, by name: on other systems they are not there. UI thread. */
public final class SwtInternals {
    private SwtInternals() {}

    /**
     * What a static method answers; 0 where it answers nothing.
     *
     * @param type below org.eclipse.swt.internal, such as gtk3.GTK3
     * @param arguments by their number the method is found among those of the name
     * @throws ReflectiveOperationException where there is no such class or method, or it failed
     */
    public static Object call(String type, String name, Object... arguments) throws ReflectiveOperationException {
        for (var method : Class.forName("org.eclipse.swt.internal." + type).getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                Object result = method.invoke(null, arguments);
                return result == null ? 0L : result;
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }
}
