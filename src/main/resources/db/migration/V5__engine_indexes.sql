-- The job executor asks for what is due and for what an instance has locked; the task list of one body by its order.
create index act_ru_job_due_open_idx on act_ru_job (duedate_) where retries_ > 0;
create index act_ru_job_locked_instance_idx on act_ru_job (process_instance_id_) where lock_exp_time_ is not null;
create index act_ru_task_tenant_order_idx on act_ru_task (tenant_id_, priority_ desc, due_date_, id_);
