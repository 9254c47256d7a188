import type * as React from 'react';

const cards: React.ComponentType[] = [];

/** Shows a card of another plugin on a person's own home page, under her own work; at the plugin's register. */
export const addHomeCard = (card: React.ComponentType): void => {
  cards.push(card);
};

export const homeCards = (): readonly React.ComponentType[] => cards;
