/* The script of the page of the week, written by hand. It adds to a page that is whole
 * without it: one timeline at a time, filters, and where in the day it is now. It sends
 * and keeps nothing. The page's policy lets a script with this hash run and no other;
 * whoever changes the script changes the hash, and tests/pages says which it is. */
#ifndef ADAPTERS_PAGE_SCRIPT_H
#define ADAPTERS_PAGE_SCRIPT_H

#define PAGE_SCRIPT_HASH "sha256-qITBbaCkeZMbXz/1Hmc/5KFJOpwGAgxWp9VEUi5p6n8="

static const char *const PAGE_SCRIPT[] = {
    "\"use strict\";document.documentElement.classList.add(\"js\");\n",
    "addEventListener(\"DOMContentLoaded\",()=>{\n",
    "const root=document.documentElement,get=id=>document.getElementById(id),\n",
    " list=(where,what)=>[...where.querySelectorAll(what)],\n",
    " find=get(\"find\"),on=get(\"on\"),only=get(\"only\"),shown=get(\"shown\"),\n",
    " filters=document.querySelector(\".filters\"),days=list(document,\".day\");\n",
    /* What can be shown or not: its element, its words, its classes between blanks. */
    "const thing=(e,name,of)=>({e,words:(name+\" \"+e.textContent).toLowerCase(),\n",
    " classes:` ${e.className} ${of} `});\n",
    "const requests=list(document,\".first tbody tr\").map(e=>\n",
    " thing(e,\"\",e.closest(\".unserved\")?\"u\":\"\"));\n",
    /* Rows of a timeline, read when they are needed first. */
    "const known=new Map(),rows=view=>{\n",
    " if(!known.has(view))known.set(view,list(view,\".board>li\").map(e=>{\n",
    "  const name=e.firstElementChild.textContent,day=e.closest(\".day\");\n",
    "  return{e,entries:list(e,\"li\").map(x=>thing(x,name,day?day.className:\"\"))}}));\n",
    " return known.get(view)};\n",
    "const show=()=>{\n",
    " const asked=find.value.toLowerCase().split(/\\s+/).filter(w=>w),view=document.querySelector(\".view.on\");\n",
    " const fits=x=>[on.value,only.value].every(c=>!c||x.classes.includes(` ${c} `))\n",
    "  &&asked.every(w=>x.words.includes(w));\n",
    " const filtered=asked.length+on.value.length+only.value.length>0;\n",
    " const n={shown:0,all:0,unserved:0,wanted:0};\n",
    " for(const row of rows(view)){\n",
    "  let some=false;\n",
    "  for(const x of row.entries){\n",
    "   const fit=fits(x);x.e.classList.toggle(\"off\",!fit);some=some||fit;n.all++;n.shown+=fit}\n",
    "  row.e.hidden=!some}\n",
    " for(const x of requests){\n",
    "  const fit=fits(x);x.e.hidden=!fit;\n",
    "  if(x.classes.includes(\" u \")){n.wanted++;n.unserved+=fit}}\n",
    " for(const day of days)day.hidden=filtered&&!day.querySelector(\".board>li:not([hidden])\");\n",
    " root.classList.toggle(\"filtered\",filtered);\n",
    " shown.textContent=shown.dataset.words.replace(/\\{(\\w+)\\}/g,(all,name)=>n[name])};\n",
    "const choose=id=>{\n",
    " for(const view of list(document,\".view\"))view.classList.toggle(\"on\",view.id===id);\n",
    " for(const radio of list(document,\"[name=view]\"))radio.checked=radio.value===id;\n",
    " show()};\n",
    "const clear=()=>{find.value=on.value=only.value=\"\";show()};\n",
    /* A link inside the page leads to what may not be shown; rows that were not laid out yet
     * have another height when they are. */
    "const follow=()=>{\n",
    " const goal=get(location.hash.slice(1)),view=goal&&goal.closest(\".view\");\n",
    " if(!view)return;\n",
    " if(!view.classList.contains(\"on\"))choose(view.id);\n",
    " if(goal.closest(\"[hidden]\"))clear();\n",
    " const go=()=>goal.scrollIntoView();\n",
    " go();requestAnimationFrame(()=>requestAnimationFrame(go))};\n",
    "const tick=()=>{\n",
    " for(const day of days){\n",
    "  const part=(Date.now()/1000-day.dataset.utc)/60/day.dataset.minutes;\n",
    "  day.classList.toggle(\"now\",part>=0&&part<1);day.style.setProperty(\"--now\",part)}};\n",
    "const place=()=>root.style.setProperty(\"--top\",\n",
    " getComputedStyle(filters).position===\"sticky\"?filters.offsetHeight+\"px\":\"0px\");\n",
    "find.oninput=on.oninput=only.oninput=show;get(\"all\").onclick=clear;\n",
    "filters.addEventListener(\"change\",e=>{if(e.target.name===\"view\")choose(e.target.value)});\n",
    "addEventListener(\"hashchange\",follow);\n",
    "addEventListener(\"pageshow\",()=>{choose(document.querySelector(\"[name=view]:checked\").value);follow()});\n",
    "place();new ResizeObserver(place).observe(filters);\n",
    "tick();setInterval(tick,60000)});\n",
};

#endif
