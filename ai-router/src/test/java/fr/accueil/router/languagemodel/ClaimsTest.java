package fr.accueil.router.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However it is written, the same claim is the same; another one is another.
class ClaimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            à 45 €                      | 45,00 euros
            à 45 euros 50               | 45 euros, 50
            de 9 h 30 à 19 heures       | 9h30 – 19h00
            ouvert à 09:30              | de 9h30 à 12h
            le Samedi et les dimanches  | samedi, dimanche
            au 01 99 00 12 34           | tél. 01 99 00 12 34
            comptez quarante minutes    | 40
            45 min                      | environ 45 minutes
            sur camelia.fr/prix.        | https://x.fr et camelia.fr/prix
            C'EST GRATUIT               | gratuitement
            20 %                        | moins 20%
            2 jours avant               | deux visites, 2 jours
            bonjour, un vernis          | rien
            """)
    void is_in(String wording, String source) {
        assertThat(Claims.allIn(wording, source)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            à 45 €                | 40 €
            à 45 €                | 45 minutes
            45 minutes            | 45 €
            45,50 €               | 45 €
            à 9h                  | à 9h30
            à 19h                 | à 19 €
            jusqu'à 7 pm          | de 9h30 à 18h
            le dimanche           | du mardi au samedi
            en août               | en juillet
            offert                | 28 €
            remboursé             | 28 €
            vingt euros           | 28 euros
            20 %                  | 20 €
            camelia.fr/gratuit    | camelia.fr
            a@camelia.fr          | b@camelia.fr
            http://evil.example   | camelia.fr
            06 39 98 12 34        | 06 39 98 12 35
            3 jours               | 3 semaines
            """)
    void is_not_in(String wording, String source) {
        assertThat(Claims.allIn(wording, source)).isFalse();
    }
}
