import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';

/** Fresh enough to watch a mailing by. */
const often = 5_000;
const nowAndThen = 60_000;

export const useDelivery = () =>
  useQuery({
    queryKey: ['operator', 'delivery'],
    queryFn: () => read(api.GET('/api/v1/operator/delivery')),
    refetchInterval: often,
    enabled: useMay()('queues.read'),
  });

export const useQueues = () =>
  useQuery({
    queryKey: ['operator', 'queues'],
    queryFn: () => read(api.GET('/api/v1/operator/queues')),
    refetchInterval: often,
    enabled: useMay()('queues.read'),
  });

export const useContractInbox = () =>
  useQuery({
    queryKey: ['operator', 'contract-inbox'],
    queryFn: () => read(api.GET('/api/v1/operator/contract-inbox')),
    refetchInterval: nowAndThen,
  });

export const useMoney = () =>
  useQuery({
    queryKey: ['operator', 'money'],
    queryFn: () => read(api.GET('/api/v1/operator/billing/overview')),
    refetchInterval: nowAndThen,
    enabled: useMay()('billing.read-all'),
  });

export const useOverdueInquiries = () =>
  useQuery({
    queryKey: ['operator', 'inquiries', 'overdue'],
    queryFn: () =>
      read(api.GET('/api/v1/operator/inquiries', { params: { query: { state: 'overdue' } } })),
    refetchInterval: nowAndThen,
    enabled: useMay()('inquiries.read'),
  });

export const useErasureState = () =>
  useQuery({
    queryKey: ['operator', 'erasures', 'state'],
    queryFn: () => read(api.GET('/api/v1/operator/erasures/state')),
    refetchInterval: nowAndThen,
    enabled: useMay()('inquiries.read'),
  });

export const useOpenGates = () =>
  useQuery({
    queryKey: ['operator', 'quality-gates', 'open'],
    queryFn: () =>
      read(api.GET('/api/v1/operator/quality-gates', { params: { query: { state: 'open' } } })),
    refetchInterval: nowAndThen,
    enabled: useMay()('deliverability.read'),
  });

export const useOpenReviews = () =>
  useQuery({
    queryKey: ['operator', 'campaign-reviews'],
    queryFn: () => read(api.GET('/api/v1/operator/campaign-reviews')),
    refetchInterval: nowAndThen,
  });
