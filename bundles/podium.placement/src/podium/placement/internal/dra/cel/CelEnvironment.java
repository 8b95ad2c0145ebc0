// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.placement.texts.Texts;

/**
 * CEL as kube-scheduler 1.36 has it for devices: the standard, optional values, {@code cel.bind}, strings, sets and lists,
 * and of Kubernetes' own libraries quantities, semantic versions, lists and regular expressions (apiserver/pkg/cel/environment,
 * dynamic-resource-allocation/cel). Loads some 2,000 classes when made, which takes most of a second: not for the realm.
 */
final class CelEnvironment {
    private static final String DEVICE = "kubernetes.DRADevice";
    /** The most a selector may cost is a million steps; no device has so many attributes that this is reached before. */
    private static final int STEPS = 100_000;
    /** Functions a server knows and Podium does not. */
    private static final Pattern FOREIGN = Pattern.compile(
            "undeclared reference to '(ip|isIP|ip\\.isCanonical|cidr|isCIDR|url|isURL|format|authorizer|includes)'");

    private static final Pattern PLACE =
            Pattern.compile("^(ERROR: <input>:\\d+:\\d+: |evaluation error( at <input>:\\d+)?: )");

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    CelEnvironment() {
        CelOptions options = CelOptions.current()
                .enableRegexPartialMatch(true)
                .enableHeterogeneousNumericComparisons(true)
                .comprehensionMaxIterations(STEPS)
                .build();
        KubernetesFunctions functions = new KubernetesFunctions();
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Types())
                .addVar("device", StructTypeReference.create(DEVICE))
                .addFunctionDeclarations(functions.declarations())
                .addLibraries(
                        CelExtensions.bindings(),
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.sets(options),
                        CelExtensions.lists(),
                        CelExtensions.comprehensions())
                .build();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .addFunctionBindings(functions.bindings())
                .addLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.sets(options),
                        CelExtensions.lists(),
                        CelExtensions.comprehensions())
                .build();
    }

    /** Reads an expression; one that cannot be read becomes a selector that says why. */
    DeviceSelector selector(String expression) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            CelKind kind = tree.getResultType().kind();
            return kind == CelKind.BOOL || kind == CelKind.DYN || kind == CelKind.ANY
                    ? DeviceSelector.of(runtime.createProgram(tree))
                    : DeviceSelector.broken(
                            Texts.of(
                                    "CelEnvironment.itGivesNotA",
                                    tree.getResultType().name()),
                            false);
        } catch (CelValidationException | CelEvaluationException | RuntimeException e) {
            return DeviceSelector.broken(words(e), FOREIGN.matcher(message(e)).find());
        }
    }

    /** The first line of what is wrong, without the place. */
    static String words(Exception e) {
        String line = message(e).lines().findFirst().orElse("").strip();
        Matcher place = PLACE.matcher(line);
        String words = place.find() ? line.substring(place.end()) : line;
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static String message(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** The type of the variable. Values of attributes can be of any type, so they are checked when the selector runs. */
    @NonNullByDefault({})
    private static final class Types implements CelTypeProvider {
        private static final CelType ATTRIBUTES =
                MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DYN));
        private static final CelType CAPACITY =
                MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, KubernetesFunctions.QUANTITY));

        private final StructType device =
                StructType.create(DEVICE, ImmutableSet.copyOf(TrackedDevice.FIELDS), Types::field);

        private static Optional<CelType> field(String name) {
            return switch (name) {
                case "driver" -> Optional.of(SimpleType.STRING);
                case "allowMultipleAllocations" -> Optional.of(SimpleType.BOOL);
                case "attributes" -> Optional.of(ATTRIBUTES);
                case "capacity" -> Optional.of(CAPACITY);
                default -> Optional.empty();
            };
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(device);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return DEVICE.equals(name) ? Optional.of(device) : Optional.empty();
        }
    }
}
