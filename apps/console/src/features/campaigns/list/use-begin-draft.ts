import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, read } from '../../../api/client.js';
import { sayFailed } from '../../../ui/say.js';
import { useTextOfError } from '../../../ui/problem-text.js';

/** Begins a draft and leads to its first step. */
export const useBeginDraft = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const textOf = useTextOfError();
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/campaigns', { body: { tracking: true } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['campaigns', 'list'] });
      await navigate(`/campaigns/${id}/edit`);
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
  });
};
