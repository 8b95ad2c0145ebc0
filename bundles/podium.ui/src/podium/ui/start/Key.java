// SPDX-License-Identifier: Apache-2.0
package podium.ui.start;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import podium.ui.act.Act;
import podium.ui.act.DeviceAct;

/**
 * A key that does something without the focus being in a certain place.
 *
 * @param shown as it stands in the list of keys
 * @param character what is typed; 0 when a key code with Ctrl is meant
 * @param command id of the command it runs
 */
public record Key(
        String shown, char character, int controlCode, String command, Map<String, Object> parameters, String meaning) {
    private static final String ACT = "podium.command.act";

    /** All such keys. */
    public static final List<Key> ALL = List.of(
            letter('/', "podium.command.find", "Find nodes, GPUs, jobs and tasks"),
            act('s', Act.SUBMIT),
            act('p', Act.PLACE),
            act('b', Act.LAY_OUT),
            act('d', Act.DRAIN),
            act('c', Act.CORDON),
            act('u', Act.UNCORDON),
            device('g', DeviceAct.CORDON),
            device('i', DeviceAct.PARTITION),
            new Key("Ctrl+Z", (char) 0, 'z', ACT, Map.of("act", Act.UNDO.name()), Act.UNDO.meaning()),
            new Key(
                    "Ctrl+L",
                    (char) 0,
                    'l',
                    "podium.command.lock",
                    Map.of(),
                    "Unlock the cluster for changes, or lock it"),
            letter('?', "podium.command.keys", "Show all keys"));

    /** The key that was pressed; empty: none of these. */
    static Optional<Key> of(char character, int keyCode, int modifiers) {
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

    private static Key letter(char character, String command, String meaning) {
        return new Key(String.valueOf(character), character, 0, command, Map.of(), meaning);
    }

    private static Key device(char character, DeviceAct act) {
        return new Key(
                String.valueOf(character),
                character,
                0,
                "podium.command.device",
                Map.of("act", act.name()),
                act.meaning());
    }

    private static Key act(char character, Act act) {
        return new Key(String.valueOf(character), character, 0, ACT, Map.of("act", act.name()), act.meaning());
    }
}
