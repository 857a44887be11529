{#- The day on which the run stands: FENGQIAO_TODAY, else, in a build without a run, the day it was started in Baotou. -#}
{% macro today() -%}
    {%- set started = run_started_at.astimezone(modules.pytz.timezone('Asia/Shanghai')).strftime('%Y-%m-%d') -%}
    cast('{{ env_var("FENGQIAO_TODAY", "") or started }}' as date)
{%- endmacro %}
