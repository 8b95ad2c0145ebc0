// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.value.Resources;
import podium.placement.texts.Texts;

/** Amounts of resources in words: "8 GPUs", "1.5 cores", "512 GiB". */
public final class ResourceText {
    private static final String[] BINARY = {Texts.of("ResourceText.bytes"), "KiB", "MiB", "GiB", "TiB", "PiB"};

    private ResourceText() {}

    public static String words(String resource, long amount) {
        return number(resource, amount) + " " + unit(resource, amount);
    }

    /** With the name of the resource, where nodes may have others that are called the same: "8 GPUs (amd.com/gpu)". */
    public static String named(String resource, long amount) {
        boolean several = AcceleratorKind.of(resource).isPresent()
                && !unit(resource, amount).equals(resource);
        return several
                ? Texts.of("ResourceText.named", words(resource, amount), CleanText.clean(resource))
                : words(resource, amount);
    }

    /** Named where a node without it offers others that are called the same, such as GPUs of another maker. */
    public static String words(String resource, long amount, @Nullable Resources offered) {
        boolean[] named = {false};
        if (offered != null && AcceleratorKind.of(resource).isPresent()) {
            offered.forEach((name, count) -> named[0] |= count > 0
                    && AcceleratorKind.of(name).isPresent()
                    && unit(name, amount).equals(unit(resource, amount)));
        }
        return named[0] ? named(resource, amount) : words(resource, amount);
    }

    /** The number alone, in the unit of {@link #unit}. */
    public static String number(String resource, long amount) {
        if (Resources.CPU.equals(resource)) {
            return amount % 1000 == 0 ? Long.toString(amount / 1000) : decimal(amount / 1000.0);
        }
        if (bytes(resource)) {
            int scale = scale(amount);
            double value = amount / Math.pow(1024, scale);
            return (value == Math.rint(value) ? Long.toString((long) value) : decimal(value)) + " " + BINARY[scale];
        }
        return Long.toString(amount);
    }

    /** A part of one device: "0.50". */
    public static String part(int thousandths) {
        return String.format(Locale.ROOT, "%.2f", thousandths / (double) DeviceRequirement.WHOLE);
    }

    private static String unit(String resource, long amount) {
        if (Resources.CPU.equals(resource)) {
            return Counted.noun(amount == 1000 ? 1 : 2, "CPU");
        }
        if (bytes(resource)) {
            return Resources.MEMORY.equals(resource) ? Texts.of("ResourceText.memory") : resource;
        }
        return AcceleratorKind.of(resource)
                .filter(kind -> !kind.resource().endsWith("*") || !kind.slice())
                .map(kind -> kind.words(amount))
                .orElse(resource);
    }

    private static boolean bytes(String resource) {
        return Resources.MEMORY.equals(resource)
                || "ephemeral-storage".equals(resource)
                || resource.startsWith("hugepages-");
    }

    private static int scale(long amount) {
        int scale = 0;
        for (long rest = Math.abs(amount); rest >= 1024 && scale < BINARY.length - 1; rest /= 1024) {
            scale++;
        }
        return scale;
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
