package se.omsorgsbron.lifecare.feed;

import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.wire.Resource;

/** One list of Lifecare. */
abstract class ListFeed implements Feed {
    final Resource resource;
    final Lists lists;

    ListFeed(Resource resource, Lists lists) {
        this.resource = resource;
        this.lists = lists;
    }

    @Override
    public final String name() {
        return resource.code();
    }

    @Override
    public final Set<String> stillThere(String code, Set<String> ids) throws SourceUnavailable {
        Set<String> there = new TreeSet<>();
        if (resource.looksUpById()) {
            for (String id : ids) {
                if (lists.has(name(), resource, id)) {
                    there.add(id);
                }
            }
        }
        return there;
    }
}
