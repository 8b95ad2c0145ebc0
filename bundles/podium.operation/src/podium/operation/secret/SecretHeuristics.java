// SPDX-License-Identifier: Apache-2.0
package podium.operation.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What looks like a secret: by the name of its field, or by itself. Rather too much than too little. */
final class SecretHeuristics {
    /** Stands where a secret was. */
    static final String MARK = "(kept apart)";

    private static final List<String> NAMES = List.of(
            "token",
            "password",
            "passwd",
            "pwd",
            "passcode",
            "passphrase",
            "secret",
            "apikey",
            "accesskey",
            "accesskeyid",
            "secretkey",
            "privatekey",
            "credential",
            "credentials",
            "authorization",
            "bearer",
            "dsn");

    /**
     * Forms that issuers give their tokens, so that they are found when they leak (GitHub: "Behind GitHub's new authentication token
     * formats"; AWS: IAM identifiers; RFC 7519 for eyJ), and the ways in which one is said on a command line or in an address.
     */
    private static final Pattern TEXT = Pattern.compile(String.join(
            "|",
            "eyJ[\\w-]{8,}\\.[\\w-]{8,}",
            "PRIVATE KEY-----",
            "\\b(gh[pousr]_|github_pat_|glpat-|hf_|sk-|xox[abprs]-|nvapi-)[\\w-]{10,}",
            "\\b(AKIA|ASIA)[0-9A-Z]{12,}",
            "://[^/\\s:@]*:[^/\\s@]+@",
            "(?i)(token|passw(or)?d|passphrase|secret|api[-_]?key|access[-_]?key|private[-_]?key|credentials?)[\\w-]*[\"']?\\s*[=:]\\s*[\"']?[^\\s\"'{\\[(]{3,}",
            "(?i)--?[\\w-]*(token|passw(or)?d|secret|api-?key)\\s+[^\\s-]\\S{2,}",
            "(?i)\\b(tok|pw|pwd|pass)\\b\\s*[=:]?\\s*(?=[^\\s]*\\d)[^\\s\"']{8,}",
            "(?i)\\b(bearer|basic)\\s+[\\w+/=.-]{8,}"));

    /** In lower case: each of these forms has one. They are found far sooner, and most texts have none. */
    private static final List<String> SIGNS = List.of(
            "eyj",
            "key",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "hf_",
            "sk-",
            "xox",
            "nvapi-",
            "akia",
            "asia",
            "://",
            "tok",
            "pass",
            "pw",
            "secret",
            "credential",
            "bearer",
            "basic");

    private static final Pattern FLAG =
            Pattern.compile("(?i)--?[\\w-]*(token|passw(or)?d|passphrase|secret|api-?key|credentials?)");
    private static final Pattern WITHIN = Pattern.compile("\"env\"\\s*:|last-applied-configuration");

    private SecretHeuristics() {}

    /** True for the name of a field, variable or annotation whose value is a secret. */
    static boolean isSecretName(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String plain = last.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
        return NAMES.stream().anyMatch(plain::endsWith);
    }

    /** True for a text that is or carries one. */
    static boolean isSecret(String text) {
        return text.length() >= 6 && hasSign(text) && TEXT.matcher(text).find();
    }

    private static boolean hasSign(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(lower::contains);
    }

    /** True for an option of a command whose value follows as the next argument. */
    static boolean isFlag(String argument) {
        return FLAG.matcher(argument).matches();
    }

    /** True for JSON within a text that may hold variables. */
    static boolean holdsObject(String text) {
        return WITHIN.matcher(text).find();
    }
}
