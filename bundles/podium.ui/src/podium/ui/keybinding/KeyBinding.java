// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;

/**
 * A key that does something without the focus being in a certain place.
 *
 * @param shown as it stands in the list of keys
 * @param character what is typed; 0 when a key code with Ctrl is meant
 * @param command id of the command it runs
 */
public record KeyBinding(
        String shown, char character, int controlCode, String command, Map<String, Object> parameters, String meaning) {
    private static final String ACT = "podium.command.act";

    /** All such keys. */
    public static final List<KeyBinding> ALL = List.of(
            letter('/', "podium.command.find", "Find nodes, GPUs, jobs and tasks"),
            action('s', FleetAction.SUBMIT),
            action('p', FleetAction.PLACE),
            action('b', FleetAction.LAY_OUT),
            action('l', FleetAction.LOGS),
            action('x', FleetAction.SHELL),
            action('d', FleetAction.DRAIN),
            action('c', FleetAction.CORDON),
            action('u', FleetAction.UNCORDON),
            device('g', DeviceAction.CORDON),
            device('i', DeviceAction.PARTITION),
            new KeyBinding(
                    "Ctrl+Z", (char) 0, 'z', ACT, Map.of("act", FleetAction.UNDO.name()), FleetAction.UNDO.meaning()),
            new KeyBinding(
                    "Ctrl+L",
                    (char) 0,
                    'l',
                    "podium.command.lock",
                    Map.of(),
                    "Unlock the cluster for changes, or lock it"),
            letter('?', "podium.command.keys", "Show all keys"));

    /** The key that was pressed; empty: none of these. */
    static Optional<KeyBinding> of(char character, int keyCode, int modifiers) {
        int held = modifiers & (SWT.MOD1 | SWT.ALT | SWT.COMMAND | SWT.CTRL);
        if (held == 0) {
            return ALL.stream()
                    .filter(key -> key.character != 0 && key.character == Character.toLowerCase(character))
                    .findFirst();
        }
        return ALL.stream()
                .filter(key -> key.controlCode != 0 && key.controlCode == keyCode && held == SWT.MOD1)
                .findFirst();
    }

    private static KeyBinding letter(char character, String command, String meaning) {
        return new KeyBinding(String.valueOf(character), character, 0, command, Map.of(), meaning);
    }

    private static KeyBinding device(char character, DeviceAction action) {
        return new KeyBinding(
                String.valueOf(character),
                character,
                0,
                "podium.command.device",
                Map.of("act", action.name()),
                action.meaning());
    }

    private static KeyBinding action(char character, FleetAction action) {
        return new KeyBinding(
                String.valueOf(character), character, 0, ACT, Map.of("act", action.name()), action.meaning());
    }
}
