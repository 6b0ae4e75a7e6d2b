package fr.accueil.conversation.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.booking.BookingPage;
import fr.accueil.conversation.booking.HandledBooking;
import fr.accueil.conversation.busy.BusyTimePage;
import fr.accueil.conversation.busy.ExternalCalendarPage;
import fr.accueil.conversation.calendar.CalendarAddress;
import fr.accueil.conversation.catalogue.ServicePage;
import fr.accueil.conversation.channel.ChannelPage;
import fr.accueil.conversation.conversation.ConversationPage;
import fr.accueil.conversation.faq.FaqPage;
import fr.accueil.conversation.faqfile.ImportPreview;
import fr.accueil.conversation.hours.HoursView;
import fr.accueil.conversation.invitation.InvitationPage;
import fr.accueil.conversation.invitation.Joined;
import fr.accueil.conversation.lead.LeadPage;
import fr.accueil.conversation.membership.TeamPage;
import fr.accueil.conversation.optout.OptOutPage;
import fr.accueil.conversation.privacy.ErasureReceipt;
import fr.accueil.conversation.privacy.PrivacyView;
import fr.accueil.conversation.problem.Problem;
import fr.accueil.conversation.question.QuestionGroups;
import fr.accueil.conversation.question.QuestionPage;
import fr.accueil.conversation.readyfaq.ReadyPage;
import fr.accueil.conversation.register.RegisterPage;
import fr.accueil.conversation.suggestion.Suggestions;
import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.template.TemplatePage;
import fr.accueil.conversation.transcript.MessagePage;
import fr.accueil.conversation.workspace.AssistantView;
import fr.accueil.conversation.workspace.Onboarding;
import fr.accueil.conversation.workspace.Settings;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A component of an answer that is neither `@Nullable` nor left out when empty is always there: springdoc does not
/// know that, the compiler does.
final class RequiredFields {

    private static final List<Class<?>> ANSWERS = List.of(
            ConversationPage.class,
            MessagePage.class,
            OptOutPage.class,
            TemplatePage.class,
            ChannelPage.class,
            ServicePage.class,
            HoursView.class,
            Suggestions.class,
            BookingPage.class,
            HandledBooking.class,
            CalendarAddress.class,
            ExternalCalendarPage.class,
            BusyTimePage.class,
            LeadPage.class,
            QuestionPage.class,
            QuestionGroups.class,
            FaqPage.class,
            ImportPreview.class,
            ReadyPage.class,
            Me.class,
            Settings.class,
            AssistantView.class,
            Onboarding.class,
            AuditPage.class,
            ErasureReceipt.class,
            PrivacyView.class,
            RegisterPage.class,
            TeamPage.class,
            InvitationPage.class,
            Joined.class,
            Problem.class);

    private RequiredFields() {}

    static void mark(Map<String, Schema> schemas) {
        var records = new HashSet<Class<?>>();
        ANSWERS.forEach(answer -> collect(answer, records));
        for (var type : records) {
            var schema = schemas.get(type.getSimpleName());
            if (schema != null) {
                schema.setRequired(requiredOf(type));
            }
        }
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(it -> collect(it, found));
        } else if (type instanceof Class<?> it && it.isRecord() && found.add(it)) {
            Arrays.stream(it.getRecordComponents()).forEach(part -> collect(part.getGenericType(), found));
        }
    }

    private static List<String> requiredOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(it -> !it.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RequiredFields::nameOf)
                .sorted()
                .toList();
    }

    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
