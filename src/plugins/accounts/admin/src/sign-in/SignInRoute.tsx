import { useAuth } from '@strapi/strapi/admin';
import type * as React from 'react';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import { SignInPage } from './SignInPage';
import { destination } from './sign-in';

/** Our sign-in at /auth/login; Strapi's pages at the other addresses. */
export function SignInRoute({ others }: { others: React.ReactNode }) {
  const { authType } = useParams();
  const { search } = useLocation();
  const token = useAuth('SignInRoute', (state) => state.token);
  if (authType !== 'login') return others;
  return token ? <Navigate to={destination(search)} replace /> : <SignInPage />;
}
