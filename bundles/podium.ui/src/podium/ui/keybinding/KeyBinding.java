// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.KeyScheme;
import podium.ui.texts.Texts;

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
    private static final String DETAILS = "podium.command.details";
    private static final String CONTROL = "Ctrl+";

    /** All such keys of a scheme, each sign once. */
    public static List<KeyBinding> all(KeyScheme scheme) {
        List<KeyBinding> keys = new ArrayList<>(List.of(
                letter('/', "podium.command.find", Texts.of("KeyBinding.findNodesGpusJobs")),
                letter(':', "podium.command.commandLine", Texts.of("KeyBinding.goToAKind"))));
        for (FleetAction action : FleetAction.values()) {
            String key = scheme.key(action);
            if (!key.isEmpty()) {
                keys.add(action(key, action));
            }
        }
        keys.add(letter('e', "podium.command.edit", Texts.of("KeyBinding.editTheYamlOf")));
        keys.add(details('y', "yaml", Texts.of("KeyBinding.showTheYamlOf")));
        if (scheme == KeyScheme.K9S) {
            keys.add(details('d', "pod", Texts.of("KeyBinding.describeWhatIsSelected")));
        }
        keys.add(device('g', DeviceAction.CORDON));
        keys.add(device('i', DeviceAction.PARTITION));
        keys.add(new KeyBinding(
                "Ctrl+L", (char) 0, 'l', "podium.command.lock", Map.of(), Texts.of("KeyBinding.unlockTheClusterFor")));
        keys.add(letter('!', "podium.command.attention", Texts.of("KeyBinding.showWhatNeedsAttention")));
        keys.add(letter('?', "podium.command.keys", Texts.of("KeyBinding.showAllKeys")));
        return List.copyOf(keys);
    }

    /** The key that was pressed; empty: none of these. */
    static Optional<KeyBinding> of(KeyScheme scheme, char character, int keyCode, int modifiers) {
        int held = modifiers & (SWT.MOD1 | SWT.ALT | SWT.COMMAND | SWT.CTRL);
        if (held == 0) {
            return all(scheme).stream()
                    .filter(key -> key.character != 0 && key.character == Character.toLowerCase(character))
                    .findFirst();
        }
        return all(scheme).stream()
                .filter(key -> key.controlCode != 0 && key.controlCode == keyCode && held == SWT.MOD1)
                .findFirst();
    }

    private static KeyBinding letter(char character, String command, String meaning) {
        return new KeyBinding(String.valueOf(character), character, 0, command, Map.of(), meaning);
    }

    private static KeyBinding details(char character, String page, String meaning) {
        return new KeyBinding(String.valueOf(character), character, 0, DETAILS, Map.of("page", page), meaning);
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

    private static KeyBinding action(String shown, FleetAction action) {
        Map<String, Object> act = Map.of("act", action.name());
        if (shown.startsWith(CONTROL)) {
            int code = Character.toLowerCase(shown.charAt(CONTROL.length()));
            return new KeyBinding(shown, (char) 0, code, ACT, act, action.meaning());
        }
        char letter = Character.toLowerCase(shown.charAt(0));
        return new KeyBinding(String.valueOf(letter), letter, 0, ACT, act, action.meaning());
    }
}
