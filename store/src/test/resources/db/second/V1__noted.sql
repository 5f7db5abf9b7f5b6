create table noted (word text primary key, document jsonb);
