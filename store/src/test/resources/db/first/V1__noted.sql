create table noted (n int primary key);
