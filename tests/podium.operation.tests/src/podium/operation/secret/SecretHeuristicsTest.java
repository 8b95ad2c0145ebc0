// SPDX-License-Identifier: Apache-2.0
package podium.operation.secret;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHeuristicsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJaaaaaaaa.aaaaaaaa",
                "-----BEGIN PRIVATE KEY-----",
                "ghp_aaaaaaaaaa",
                "gho_aaaaaaaaaa",
                "ghu_aaaaaaaaaa",
                "ghs_aaaaaaaaaa",
                "ghr_aaaaaaaaaa",
                "github_pat_aaaaaaaaaa",
                "glpat-aaaaaaaaaa",
                "hf_aaaaaaaaaa",
                "sk-aaaaaaaaaa",
                "xoxa-aaaaaaaaaa",
                "nvapi-aaaaaaaaaa",
                "AKIAAAAAAAAAAAAA",
                "ASIAAAAAAAAAAAAA",
                "redis://:aaaa@cache",
                "https://ann:aaaa@git.example/x"
            })
    void theTokensOfAllIssuersAreFound(String text) {
        assertTrue(SecretHeuristics.isSecret("of a " + text + " in a longer text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=aaaa",
                "password: aaaa",
                "passwd=aaaa",
                "passphrase=aaaa",
                "secret=aaaa",
                "apikey=aaaa",
                "api-key=aaaa",
                "access_key=aaaa",
                "private-key=aaaa",
                "credentials=aaaa",
                "--hub-token aaaa",
                "--api-key aaaa",
                "tok aaaaaaa1",
                "pw=aaaaaaa1",
                "pwd aaaaaaa1",
                "pass aaaaaaa1",
                "bearer aaaaaaaa",
                "basic aaaaaaaa"
            })
    void whatIsSaidToBeASecretIsFoundHoweverItIsWritten(String text) {
        assertTrue(SecretHeuristics.isSecret(text));
        assertTrue(SecretHeuristics.isSecret(text.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a value of the usual length", "https://git.example/x", "--epochs 3", "keyword"})
    void plainWordsAreNone(String text) {
        assertFalse(SecretHeuristics.isSecret(text));
    }
}
