package org.totalplace.intake.fetch;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves the hosts of connections and checks every address in the same step: what is checked is what is connected to,
 * whatever the name means a moment later. Addresses that were given as numbers are checked as well.
 */
public final class PinnedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final PullAddress addresses;

    /** @param addresses says which are fetched from */
    public PinnedAddresses(PullAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolving(executor);
    }

    private final class Resolving extends AbstractAddressResolver<InetSocketAddress> {

        Resolving(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Nothing is taken as resolved before it was checked here. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
            Thread.ofVirtual().name("names").start(() -> {
                try {
                    promise.trySuccess(checked(address).getFirst());
                } catch (UnknownHostException notFetched) {
                    promise.tryFailure(notFetched);
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
            Thread.ofVirtual().name("names").start(() -> {
                try {
                    promise.trySuccess(checked(address));
                } catch (UnknownHostException notFetched) {
                    promise.tryFailure(notFetched);
                }
            });
        }

        private List<InetSocketAddress> checked(InetSocketAddress address) throws UnknownHostException {
            List<InetAddress> found = addresses.resolve(address.getHostString(), address.getPort());
            return found.stream()
                    .map(one -> new InetSocketAddress(one, address.getPort()))
                    .toList();
        }
    }
}
