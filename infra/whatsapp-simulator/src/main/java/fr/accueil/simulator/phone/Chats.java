package fr.accueil.simulator.phone;

import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.World;
import org.springframework.stereotype.Component;

/// What a phone shows of its chat with a business: the customer's own messages, and what has arrived.
@Component
class Chats {

    private final World world;

    Chats(World world) {
        this.world = world;
    }

    ChatView show(String phone, String business) {
        return new ChatView(
                phone,
                business,
                world.between(business, phone).stream()
                        .filter(Chats::isOnPhone)
                        .map(MessageView::of)
                        .toList(),
                world.typingUntil(business, phone),
                world.windowUntil(business, phone));
    }

    static boolean isOnPhone(Message message) {
        return message.isInbound() || message.receivedAt() != null;
    }
}
