// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CEL as selectors of devices have it: the standard, bindings, strings, optional values, and of Kubernetes' own functions
 * those that make and compare quantities and semantic versions. Made when the first selector is read. Source:
 * k8s.io/dynamic-resource-allocation/cel.
 */
final class CelEnvironment {

    private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    private static final CelType SEMVER = OpaqueType.create("kubernetes.Semver");

    private final Map<String, CelRuntime.Program> programs = new HashMap<>();
    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();
    private final Cel cel;

    CelEnvironment() {
        made("quantity", QUANTITY, CelQuantity::parse);
        made("semver", SEMVER, SemanticVersion::parse);
        compared();
        CelOptions options = CelOptions.current()
                .enableRegexPartialMatch(true)
                .enableHeterogeneousNumericComparisons(true)
                .build();
        cel = CelFactory.standardCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("device", SimpleType.DYN)
                .addFunctionDeclarations(declarations)
                .addFunctionBindings(bindings)
                .addCompilerLibraries(CelExtensions.bindings(), CelExtensions.strings(), CelExtensions.optional())
                .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.optional())
                .build();
    }

    /** A function that makes a value of a text, such as {@code semver("1.2.3")}. */
    private void made(String name, CelType type, java.util.function.Function<String, Object> parse) {
        String id = "string_to_" + name;
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(id, type, SimpleType.STRING)));
        bindings.add(CelFunctionBinding.from(id, String.class, parse::apply));
    }

    private void compared() {
        compared("compareTo", SimpleType.INT, order -> (long) Integer.signum(order));
        compared("isGreaterThan", SimpleType.BOOL, order -> order > 0);
        compared("isLessThan", SimpleType.BOOL, order -> order < 0);
    }

    private void compared(String name, CelType result, java.util.function.IntFunction<Object> of) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newMemberOverload("quantity_" + name, result, QUANTITY, QUANTITY),
                CelOverloadDecl.newMemberOverload("semver_" + name, result, SEMVER, SEMVER)));
        bindings.add(CelFunctionBinding.from(
                "quantity_" + name,
                CelQuantity.class,
                CelQuantity.class,
                (one, other) -> of.apply(one.compareTo(other))));
        bindings.add(CelFunctionBinding.from(
                "semver_" + name,
                SemanticVersion.class,
                SemanticVersion.class,
                (one, other) -> of.apply(one.compareTo(other))));
    }

    /**
     * Whether a device is what an expression asks for.
     *
     * @throws SelectorException if the expression cannot be read, or says neither yes nor no of this device
     */
    boolean matches(String expression, PoolDevice device) {
        try {
            CelRuntime.Program program = programs.get(expression);
            if (program == null) {
                program = cel.createProgram(cel.compile(expression).getAst());
                programs.put(expression, program);
            }
            Object answer = program.eval(Map.of("device", device.forSelectors()));
            if (answer instanceof Boolean yes) {
                return yes;
            }
            throw new SelectorException("CEL expression returned no boolean: " + expression);
        } catch (CelValidationException broken) {
            throw new SelectorException("compilation failed: " + broken.getMessage());
        } catch (CelEvaluationException failed) {
            throw new SelectorException("runtime error: " + failed.getMessage());
        }
    }
}
